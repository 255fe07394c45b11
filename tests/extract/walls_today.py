"""Pages as servers send them today in place of the one that was asked for, in full, and articles that only speak of them.

Every page is written here after the shape of its kind: markup, scripts and the number of words are those of the real
ones, the words are ours where the real ones are long.
"""

from __future__ import annotations

from rights.model import PageState

S, C, K, L, P, X = (
    PageState.SOFT_404,
    PageState.CHALLENGE,
    PageState.CONSENT_WALL,
    PageState.LOGIN_WALL,
    PageState.PARKED,
    PageState.SCRIPT_SHELL,
)

_NAV = """<header class="site-header"><a class="logo" href="/">The Valley Post</a><nav><ul><li><a href="/news">News</a></li>
<li><a href="/politics">Politics</a></li><li><a href="/business">Business</a></li><li><a href="/culture">Culture</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/opinion">Opinion</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<a class="btn" href="/login">Sign in</a> <a class="btn" href="/subscribe">Subscribe</a></header>"""
_FOOT = """<footer class="site-footer"><ul><li><a href="/about">About us</a></li><li><a href="/contact">Contact</a></li>
<li><a href="/privacy">Privacy policy</a></li><li><a href="/terms">Terms of use</a></li><li><a href="/cookies">Cookie settings</a></li>
<li><a href="/imprint">Imprint</a></li></ul><p>© 2026 The Valley Post Media Ltd. All rights reserved.</p></footer>"""
_TEASER = (
    "The council voted late on Tuesday to rebuild the old stone bridge over the river, ending a dispute that has divided "
    "the town for almost nine years and cost two mayors their office."
)
_LATEST = """<section class="latest"><h2>Latest stories</h2><ul>
<li><a href="/n/1">Ferry service resumes after storm damage repaired</a></li><li><a href="/n/2">School board picks new superintendent in split vote</a></li>
<li><a href="/n/3">Farmers market moves to the old rail yard this spring</a></li><li><a href="/n/4">Hospital opens second emergency ward</a></li>
<li><a href="/n/5">Library extends its hours on weekends</a></li><li><a href="/n/6">Police ask for witnesses to fire at the mill</a></li></ul></section>"""


def _page(title: str, body: str, head: str = "", attributes: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>{head}</head><body {attributes}>{body}</body></html>"
    )


def _news(headline: str, *paragraphs: str, title: str | None = None, after: str = "", head: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return _page(
        title or f"{headline} | The Valley Post",
        f'{_NAV}<main><article><h1>{headline}</h1><p class="byline">By Ann Reader</p>{text}</article>{after}{_LATEST}</main>{_FOOT}',
        head,
    )


#: Name, state, status, page.
WALLS: tuple[tuple[str, PageState, int, str], ...] = (
    # --- challenges
    ("cloudflare-managed", C, 200, _page(
        "Just a moment...",
        '<div class="main-wrapper" role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div></div>'
        "<script>(function(){window._cf_chl_opt = {cvId: '3',cZone: 'valleypost.example',cType: 'managed',cRay: '8f3',cH: 'x'};var a = document.createElement('script');a.src = '/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=8f3';document.getElementsByTagName('head')[0].appendChild(a);}());</script>",
        '<meta http-equiv="refresh" content="390"><meta name="robots" content="noindex,nofollow">')),
    ("cloudflare-managed-rendered", C, 200, _page(
        "Just a moment...",
        '<div class="main-wrapper"><div class="main-content"><h1 class="zone-name-title h1">valleypost.example</h1><h2 class="h2">Verifying you are human. This may take a few seconds.</h2><div class="cf-turnstile"></div><div class="core-msg spacer">valleypost.example needs to review the security of your connection before proceeding.</div></div></div><div class="footer"><div>Ray ID: <code>8f3aa</code></div><div>Performance &amp; security by <a href="https://www.cloudflare.com">Cloudflare</a></div></div>')),
    ("cloudflare-spanish", C, 200, _page(
        "Un momento…",
        '<h1 class="zone-name-title">valleypost.example</h1><p>Verificando que usted es un ser humano. Esto puede tardar unos segundos.</p><p>valleypost.example necesita revisar la seguridad de su conexión antes de proceder.</p><div>ID de Ray: <code>8f3</code></div><script>window._cf_chl_opt={};</script>')),
    ("cloudflare-block", C, 403, _page(
        "Attention Required! | Cloudflare",
        '<h1>Sorry, you have been blocked</h1><h2>You are unable to access valleypost.example</h2><h3>Why have I been blocked?</h3><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p><h3>What can I do to resolve this?</h3><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up and the Cloudflare Ray ID found at the bottom of this page.</p><p>Cloudflare Ray ID: <strong>8f3</strong> • Your IP: <span>Click to reveal</span> • Performance &amp; security by Cloudflare</p>')),
    ("cloudflare-rate", C, 200, _page(
        "Access denied | valleypost.example used Cloudflare to restrict access",
        "<h1>Error 1015</h1><h2>You are being rate limited</h2><h3>What happened?</h3><p>The owner of this website (valleypost.example) has banned you temporarily from accessing this website.</p><p>Please see the troubleshooting page for more information.</p><p>Cloudflare Ray ID: 8f3</p>")),
    ("datadome-script", C, 200,
        '<html lang="en"><head><title>valleypost.example</title><style>#cmsg{animation: A 1.5s;}@keyframes A{0%{opacity:0;}99%{opacity:0;}100%{opacity:1;}}</style></head><body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={\'rt\':\'c\',\'cid\':\'AHrl\',\'hsh\':\'A55FBF4\',\'t\':\'bv\',\'s\':17434,\'e\':\'a\',\'host\':\'geo.captcha-delivery.com\'}</script><script data-cfasync="false" src="https://ct.captcha-delivery.com/c.js"></script></body></html>'),
    ("datadome-captcha", C, 403, _page(
        "You have been blocked",
        '<h1>Access is temporarily restricted</h1><p>We detected unusual activity from your device or network.</p><p>Reasons may include:</p><ul><li>Rapid taps or clicks</li><li>JavaScript disabled or not working</li><li>Automated (bot) activity on your network</li><li>Use of developer or inspection tools</li></ul><p>Need help? Submit feedback.</p><p>ID: 4b1f-22</p>',
        '<script src="https://ct.captcha-delivery.com/c.js"></script>')),
    ("akamai-denied", C, 403,
        '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;www&#46;valleypost&#46;example&#47;story" on this server.<P>\nReference&#32;&#35;18&#46;2d351ab8&#46;1732&#46;a1b2c3\n<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;2d351ab8\n</BODY>\n</HTML>\n'),
    ("akamai-denied-200", C, 200,
        '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;www&#46;valleypost&#46;example&#47;story" on this server.<P>\nReference&#32;&#35;18&#46;2d351ab8&#46;1732&#46;a1b2c3\n<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;2d351ab8\n</BODY>\n</HTML>\n'),
    ("akamai-sec-cpt", C, 200, _page(
        "Challenge Validation",
        '<div id="sec-if-cpt-container" class="behavioral-content"><div class="scf-akamai-logo-wrapper"><p class="scf-akamai-protected-by">Powered and protected by</p><div class="scf-akamai-logo"></div><p>Privacy</p></div></div><script src="/_sec/cp_challenge/ak-challenge-4-6.js"></script>')),
    ("akamai-bm-verify", C, 200,
        '<!DOCTYPE html><html><head><meta http-equiv="refresh" content="5; URL=\'/story?bm-verify=AAQAAAAJ_____\'"/><title>&nbsp;</title></head><body><iframe src="/_sec/verify?provider=interstitial" id="sec-if" style="display:none"></iframe><script>var i = 1732; var j = i + Number("79" + "2");var xhr = new XMLHttpRequest(); xhr.open("POST", "/_sec/verify?provider=interstitial", false);</script></body></html>'),
    ("imperva-frame", C, 200,
        '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><meta name="format-detection" content="telephone=no"><script type="text/javascript" src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script></head><body style="margin:0px;height:100%"><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1" frameborder=0 width="100%" height="100%">Request unsuccessful. Incapsula incident ID: 877000-1</iframe></body></html>'),
    ("imperva-captcha", C, 200, _page(
        "Additional security check is required",
        '<div class="container"><h1>Additional security check is required</h1><p>Why am I seeing this page?</p><p>The website you are visiting is protected and accelerated by a security service. Your computer may have been infected by malware and therefore flagged by our network.</p><div class="h-captcha" data-sitekey="dd6e16a7"></div><p>Incident ID: 877-1</p></div>')),
    ("distil-pardon", C, 200, _page(
        "Pardon Our Interruption",
        "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen:</p><ul><li>You've disabled JavaScript in your web browser.</li><li>You're a power user moving through this website with super-human speed.</li><li>You've disabled cookies in your web browser.</li><li>A third-party browser plugin, such as Ghostery or NoScript, is preventing JavaScript from running.</li></ul><p>To regain access, please make sure that cookies and JavaScript are enabled before reloading the page.</p>")),
    ("perimeterx", C, 403, _page(
        "Access to this page has been denied.",
        '<div class="page-title-wrapper"><h1>Please verify you are a human</h1></div><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>This may happen as a result of the following:</p><ul><li>Javascript is disabled or blocked by an extension (ad blockers for example)</li><li>Your browser does not support cookies</li></ul><p>Please make sure that Javascript and cookies are enabled on your browser and that you are not blocking them from loading.</p><p>Reference ID: #5b1</p><div id="px-captcha"></div><script>window._pxAppId="PX1";</script>')),
    ("kasada", C, 200,
        '<!DOCTYPE html><html><head></head><body><script>window.KPSDK={};KPSDK.now=typeof performance!=="undefined"&&performance.now?performance.now.bind(performance):Date.now.bind(Date);KPSDK.start=KPSDK.now();</script><script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/ips.js?KP_UIDz=02&x-kpsdk-v=j-0.0.0"></script></body></html>'),
    ("aws-waf", C, 202,
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title></title><script type="text/javascript">window.awsWafCookieDomainList = [];window.gokuProps = {"key":"AQIDAH","iv":"CgAF","context":"x"};</script><script src="https://5e1.edge.sdk.awswaf.com/5e1/challenge.js"></script></head><body><div id="challenge-container"></div><script type="text/javascript">AwsWafIntegration.saveReferrer();AwsWafIntegration.checkForceRefresh().then((forceRefresh) => {});</script><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you\'re not a robot. This requires JavaScript. Enable JavaScript and then reload the page.</noscript></body></html>'),
    ("anubis", C, 200, _page(
        "Making sure you&#39;re not a bot!",
        '<main><h1 id="title" class="centered-div">Making sure you&#39;re not a bot!</h1><div class="centered-div"><img id="image" src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p id="status">Loading...</p><script async type="module" src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script><details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this website has set up Anubis to protect the server against the scourge of AI companies aggressively scraping websites. This can and does cause downtime for the websites, which makes their resources inaccessible for everyone.</p><p>Anubis is a compromise. Anubis uses a Proof-of-Work scheme in the vein of Hashcash, a proposed proof-of-work scheme for reducing email spam. The idea is that at individual scales the additional load is ignorable, but at mass scraper levels it adds up and makes scraping much more expensive.</p><p>Ultimately, this is a placeholder solution so that more time can be spent on fingerprinting and identifying headless browsers so that the challenge page does not need to be presented to users that are much more likely to be legitimate.</p><p>Please note that Anubis requires the use of modern JavaScript features that plugins like JShelter will disable. Please disable JShelter or other such plugins for this domain.</p></details><noscript><p>Sadly, you must enable JavaScript to get past this challenge.</p></noscript></div><footer><p>Protected by Anubis from Techaro. Made with care in Canada.</p></footer></main><script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script>')),
    ("sucuri-block", C, 403, _page(
        "Sucuri WebSite Firewall - Access Denied",
        "<h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), please whitelist your IP or if you think this block is an error please open a support ticket and make sure to include the block details.</p><p>Block details: Your IP: 203.0.113.7 URL: valleypost.example/story Block ID: GEO02 Block reason: Access from your Country was disabled by the administrator.</p>")),
    ("sucuri-script", C, 200,
        "<html><title>You are being redirected...</title><noscript>Javascript is required. Please enable javascript before you are allowed to see this page.</noscript><script>var s={},u,c,U,r,i,l=0,a,e=eval,w=String.fromCharCode,sucuri_cloudproxy_js='',S='cz0i';</script></html>"),
    ("wordfence", C, 503, _page(
        "Your access to this site has been limited",
        "<h1>Your access to this site has been limited by the site owner</h1><p>Your access to this service has been limited. (HTTP response code 503)</p><p>If you think you have been blocked in error, contact the owner of this site for assistance.</p><h3>Block Technical Data</h3><p>Block Reason: Exceeded the maximum number of page requests per minute for crawlers.</p><p>About Wordfence: Wordfence is a security plugin installed on many WordPress sites.</p>")),
    ("siteground", C, 202,
        '<html><head><link rel="icon" href="data:;"><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fstory&y=ipc:203.0.113.7:1732"></meta></head></html>'),
    ("siteground-screen", C, 200, _page(
        "Robot Challenge Screen",
        "<h1>Checking the site connection security</h1><p>Challenge complete. This page will reload.</p><p>Please do not refresh this page.</p>")),
    ("ddos-guard", C, 403, _page(
        "DDoS-Guard",
        '<h1>Checking your browser before accessing valleypost.example</h1><p>Please allow up to 5 seconds for the check to finish.</p><p>DDoS protection by DDoS-Guard</p><script src="/.well-known/ddos-guard/js-challenge/index.js"></script>')),
    ("vercel", C, 200, _page(
        "Vercel Security Checkpoint",
        '<div><p>We\'re verifying your browser</p><p>Website owner? Click here to fix</p></div><footer>Vercel Security Checkpoint | fra1::1732</footer><noscript>Enable JavaScript to continue</noscript>')),
    ("bunny", C, 200, _page(
        "Establishing a secure connection ...",
        '<div><h1>Establishing a secure connection ...</h1><p>We are checking your connection to ensure it is secure.</p><p>Security provided by bunny.net</p></div><script src="/.bunny-shield/assets/challenge.js"></script>')),
    ("google-sorry", C, 429, _page(
        "https://www.example.com/story",
        '<p>About this page</p><p>Our systems have detected unusual traffic from your computer network. This page checks to see if it\'s really you sending the requests, and not a robot. Why did this happen?</p><p>IP address: 203.0.113.7</p><div id="recaptcha" class="g-recaptcha" data-sitekey="6Lf"></div>')),
    ("f5-rejected", C, 200,
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>"),
    ("fastly-client-challenge", C, 200, _page(
        "Client Challenge",
        '<noscript><p>JavaScript is disabled in your browser.</p><p>Please enable JavaScript to proceed.</p></noscript><div id="loading-error"><p>A required part of this site couldn’t load. This may be due to a browser extension, network issues, or browser settings. Please check your connection, disable any ad blockers, or try using a different browser.</p></div><script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>')),
    ("reddit-block", C, 403, _page(
        "Blocked", "<h1>You've been blocked by network security.</h1><p>To continue, log in to your account or use your developer token.</p><p>If you think you've been blocked by mistake, file a ticket below and we'll look into it.</p>")),
    ("litespeed", C, 200, _page(
        "Please verify you are a human", '<form id="lsrecaptcha-form" action="/.lsrecap/recaptcha?" method="POST"><div id="recaptchadiv"></div></form><p>One moment, please... Please wait while your request is being verified...</p>')),
    ("german-bot-check", C, 200, _page(
        "Sicherheitsabfrage", '<h1>Ungewöhnlicher Datenverkehr</h1><p>Aus Ihrem Netzwerk kommen ungewöhnlich viele Anfragen. Bitte lösen Sie das Captcha, damit wir wissen, dass Sie kein Computerprogramm sind.</p><div class="g-recaptcha" data-sitekey="6Lf"></div>')),
    ("queue-it", C, 200, _page(
        "Queue-it", '<h1>You are now in line</h1><p>When it is your turn, you will have 10 minutes to enter the website.</p><p>Number of users in line ahead of you: 2,114</p><p>Your estimated wait time is: 6 minutes</p><script src="https://static.queue-it.net/script/queueclient.min.js"></script>')),
    # --- consent
    ("sourcepoint-pur", K, 200, _page(
        "Der Talbote",
        '<div class="message-container"><h1>Willkommen beim Talboten</h1><h2>Weiter mit Werbung</h2><p>Besuchen Sie unsere Website wie gewohnt mit Werbung und Tracking. Details zum Tracking finden Sie in der Datenschutzerklärung und im Privacy Center.</p><button>Akzeptieren und weiter</button><h2>… oder Pur-Abo</h2><p>Nutzen Sie unser Angebot ganz ohne Werbetracking ab 4,99 € im Monat.</p><a href="/pur">Mehr zum Pur-Abo</a><p>Sie haben das Pur-Abo schon? <a href="/login">Hier anmelden</a></p><p>Mit Ihrer Zustimmung dürfen wir und unsere 214 Partner Informationen auf Ihrem Gerät speichern und abrufen sowie personenbezogene Daten wie IP-Adressen verarbeiten: Personalisierte Werbung und Inhalte, Messung von Werbeleistung, Zielgruppenforschung.</p><p>Impressum · Datenschutz · AGB</p></div>',
        '<script src="https://cdn.privacy-mgmt.com/unified/wrapperMessagingWithoutDetection.js"></script>')),
    ("contentpass", K, 200, _page(
        "Der Talbote",
        '<div><h2>Entscheiden Sie, wie Sie unsere Inhalte nutzen möchten</h2><div><h3>Weiterlesen mit Werbung</h3><p>Mit der Zustimmung werden Cookies gesetzt und ausgelesen, um Ihnen Inhalte und Werbung auszuspielen, die Ihren Interessen entsprechen.</p><button>Akzeptieren und weiter</button></div><div><h3>Werbefrei mit contentpass</h3><p>Besuchen Sie über 500 Websites ohne Werbung und ohne Werbetracking für 3,99 € im Monat.</p><button>Jetzt abonnieren</button></div></div>')),
    ("funding-choices", K, 200, _page(
        "The Valley Post",
        '<div class="fc-consent-root"><div class="fc-dialog"><h1>valleypost.example asks for your consent to use your personal data to:</h1><ul><li>Personalised advertising and content, advertising and content measurement, audience research and services development</li><li>Store and/or access information on a device</li></ul><p>Your personal data will be processed and information from your device (cookies, unique identifiers, and other device data) may be stored by, accessed by and shared with 142 TCF vendor(s) and 64 ad partner(s), or used specifically by this site or app.</p><p>Some vendors may process your personal data on the basis of legitimate interest, which you can object to by managing your options below.</p><button>Consent</button><button>Do not consent</button><button>Manage options</button></div></div>')),
    ("onetrust-page", K, 200, _page(
        "Privacy Preference Center",
        '<div id="onetrust-consent-sdk"><h2>Privacy Preference Center</h2><p>When you visit any website, it may store or retrieve information on your browser, mostly in the form of cookies. Because we respect your right to privacy, you can choose not to allow some types of cookies.</p><button>Allow All</button><h3>Manage Consent Preferences</h3><h4>Strictly Necessary Cookies</h4><p>Always Active</p><h4>Targeting Cookies</h4><p>These cookies may be set through our site by our advertising partners.</p><button>Reject All</button><button>Confirm My Choices</button></div>')),
    ("didomi-french", K, 200, _page(
        "La Dépêche de la vallée",
        '<div id="didomi-host"><div class="didomi-popup-view"><h2>Le respect de votre vie privée est notre priorité</h2><p>Avec votre accord, nos 214 partenaires et nous utilisons des cookies ou technologies similaires pour stocker et accéder à des informations personnelles comme votre visite sur ce site.</p><p>Vous pouvez retirer votre consentement à tout moment.</p><button>Accepter et fermer</button><a href="/abonnement">S’abonner et refuser</a><button>Paramétrer</button></div></div>')),
    ("spanish-pay-or-ok", K, 200, _page(
        "El Correo del Valle",
        "<div><h2>Con su acuerdo, nosotros y nuestros 823 socios usamos cookies</h2><p>Almacenamos y accedemos a datos personales, como su visita a este sitio web, las direcciones IP y los identificadores de las cookies.</p><p>Si rechaza las cookies, deberá suscribirse para continuar.</p><button>Aceptar y continuar gratis</button><a href=/s>Rechazar y suscribirse</a></div>")),
    ("italian-pay-or-ok", K, 200, _page(
        "Il Corriere della Valle",
        "<div><h2>Scegli come continuare a leggere</h2><p>Per continuare a navigare gratuitamente accetta i cookie di profilazione. Noi e i nostri partner trattiamo dati personali per mostrarti pubblicità personalizzata.</p><button>Accetta e continua</button><p>Oppure abbonati per navigare senza cookie di profilazione.</p><a href=/abbonati>Abbonati a 2 euro</a></div>")),
    ("usercentrics-wall", K, 200, _page(
        "Talbote – Zustimmung",
        '<div id="usercentrics-root"><h2>Wir brauchen Ihre Zustimmung</h2><p>Wir verwenden Cookies und andere Technologien. Einige sind essenziell, andere helfen uns, diese Website und Ihre Erfahrung zu verbessern. Personenbezogene Daten können verarbeitet werden.</p><button>Alles akzeptieren</button><button>Ablehnen</button><button>Mehr Informationen</button><p>Datenschutzerklärung Impressum</p></div>')),
    ("dutch-dpg", K, 200, _page(
        "Jouw privacy-instellingen", "<main><h1>Jouw privacy, jouw keuze</h1><p>Wij en 168 partners gebruiken cookies en vergelijkbare technieken om persoonsgegevens te verwerken, zoals je apparaat en je surfgedrag, voor gepersonaliseerde advertenties.</p><button>Akkoord</button><button>Instellen</button><p>Privacybeleid en cookiebeleid</p></main>")),
    ("yahoo-collect", K, 200, _page(
        "Yahoo is part of the Yahoo family of brands.", '<form class="consent-form"><h1>Yahoo is part of the Yahoo family of brands.</h1><p>When you use our sites and apps, we use cookies to provide our sites and apps to you, authenticate users and measure your use.</p><p>If you click "Accept all", we and our partners, including 237 who are part of the IAB Transparency & Consent Framework, will also store and access information on a device.</p><button>Accept all</button><button>Reject all</button><button>Manage privacy settings</button></form>')),
    # --- log-in and metered walls
    ("facebook-login", L, 200, _page(
        "Log into Facebook", '<div><h1>You must log in to continue.</h1><form action="/login/"><input type="text" name="email" placeholder="Email"><input type="password" name="pass"><button>Log in</button></form><a href="/r">Forgotten account?</a><a href="/reg">Sign up</a></div>')),
    ("linkedin-authwall", L, 200, _page(
        "Sign Up | LinkedIn", '<h1>Join LinkedIn</h1><form><input type="email"><input type="password"><button>Agree &amp; Join</button></form><p>Already on LinkedIn? Sign in</p><p>By clicking Agree &amp; Join, you agree to the User Agreement, Privacy Policy, and Cookie Policy.</p>')),
    ("instagram", L, 200, _page(
        "Login • Instagram", '<form><input name="username"><input type="password"><button>Log in</button></form><p>Forgot password?</p><p>Don\'t have an account? Sign up</p><p>Get the app.</p>')),
    ("wordpress-private", L, 200, _page(
        "Private Site", "<h1>Private Site</h1><p>This site is currently private. Log in to WordPress.com to request access.</p>")),
    ("substack-members", L, 200, _page(
        "The bridge we need - Valley Letters",
        '<article><h1>The bridge we need</h1><p>Ann Reader, Nov 12</p><div class="paywall"><h2>This post is for paid subscribers</h2><a href="/subscribe">Subscribe</a><p>Already a paid subscriber? Sign in</p></div></article>')),
    # --- parked and default pages
    ("sedo", P, 200, _page(
        "valleypost.example - valleypost Resources and Information.",
        '<h1>valleypost.example</h1><p>Buy this domain</p><p>The owner of valleypost.example is offering it for sale for an asking price of 2400 EUR!</p><p>This webpage was generated by the domain owner using Sedo Domain Parking. Disclaimer: Sedo maintains no relationship with third party advertisers.</p><script src="//img.sedoparking.com/templates/x.js"></script>')),
    ("godaddy-lander", P, 200,
        '<!doctype html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width,initial-scale=1"/><link rel="icon" href="data:,"/><title>valleypost.example</title><script src="https://img1.wsimg.com/parking-lander/static/js/main.d9ebbb8c.js" defer></script></head><body><div id="root"></div><script>window.LANDER_SYSTEM="PW"</script></body></html>'),
    ("godaddy-jump", P, 200, '<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>'),
    ("godaddy-sale", P, 200, _page(
        "valleypost.example is for sale", "<h1>valleypost.example</h1><p>The domain is available for purchase.</p><p>Get this domain</p><p>Listed with GoDaddy. Free transaction support. Secure payments.</p><p>Call 1-855-000-0000</p>")),
    ("afternic", P, 200, _page(
        "valleypost.example - domain name for sale | Afternic", "<h1>valleypost.example is for sale</h1><p>Want this domain?</p><p>Get a price in less than 24 hours. Fill out the form below. One of our domain experts will have a price to you within 24 business hours.</p><form><input><button>Get a price</button></form>")),
    ("hugedomains", P, 200, _page(
        "ValleyPost.example is for sale | HugeDomains", "<h1>ValleyPost.example</h1><p>This domain is for sale: $4,295</p><p>Buy now for: $4,295, or Start payment plan, Since 2005, we have helped thousands of people get the perfect domain name.</p><p>30-day money back guarantee</p>")),
    ("namecheap", P, 200, _page(
        "valleypost.example | Registrant WHOIS contact information verification", "<h1>valleypost.example</h1><p>This domain is registered at Namecheap. This domain was recently registered at Namecheap. Please check back later!</p>")),
    ("bodis", P, 200, _page(
        "valleypost.example", '<div id="target" style="opacity: 0"></div><script>window.park = "eyJ1dWlkIjoi";</script><script src="/bKQLZ.js"></script>', "", 'data-adblockkey="MFww"')),
    ("dan", P, 200, _page(
        "The domain name valleypost.example is for sale", "<h1>valleypost.example</h1><p>is for sale!</p><form><p>Buy now $3,888 USD</p><p>Make an offer</p></form><p>Takes 2 minutes to set up. Buyer protection program. Fast and easy transfers.</p>")),
    ("hostinger", P, 200, _page(
        "Parked Domain name on Hostinger DNS system", "<h1>You Are All Set to Go!</h1><p>All you have to do now is upload your website files and start your journey. Check out how to do that below:</p><a>How to upload website</a>")),
    ("squarespace-expired", P, 200, _page(
        "Website Expired", "<h1>Website Expired</h1><p>This account has expired. If you are the site owner, click below to login.</p><a href=/config>Log in</a>")),
    ("wix-not-connected", P, 200, _page(
        "ConnectYourDomain", "<h1>Looks Like This Domain Isn't Connected To A Website Yet</h1><p>Is this your domain? Connect it to your Wix website in just a few easy steps:</p><a>Connect your domain</a>")),
    ("shopify-unavailable", P, 200, _page(
        "Ecommerce Software by Shopify", "<h1>Sorry, this shop is currently unavailable.</h1><p>Are you the owner? Log in.</p>")),
    ("ionos-german", P, 200, _page(
        "Hier entsteht eine neue Internetpräsenz", "<h1>Diese Website wurde gerade erst registriert</h1><p>Der Inhaber dieser Domain hat noch keine Inhalte hinterlegt.</p>")),
    ("cpanel-sorry", P, 200, _page(
        "Default Web Site Page", "<h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider: webmaster@valleypost.example</p><p>It is possible you have reached this page because:</p><ul><li>The IP address has changed.</li><li>There has been a server misconfiguration.</li><li>The site may have moved to a different server.</li></ul>")),
    # --- a second round, found by pages that nobody had tuned on
    ("agree-to-cookies", K, 200, _page(
        "Let us know you agree to cookies", "<h1>Let us know you agree to cookies</h1><p>We use cookies to give you the best online experience. Please let us know if you agree to all of these cookies.</p><button>Yes, I agree</button><a>No, take me to settings</a>")),
    ("polish-consent", K, 200, _page(
        "Gazeta", "<h2>Szanujemy Twoją prywatność</h2><p>My i nasi partnerzy przechowujemy na urządzeniu pliki cookies i przetwarzamy dane osobowe, w celu wyświetlania reklam.</p><button>Akceptuję i przechodzę do serwisu</button><p>Ustawienia zaawansowane: dane osobowe, pliki cookies</p>")),
    ("verify-access", L, 200, _page(
        "Harbour to be dredged", "<h1>Harbour to be dredged</h1><div>Thank you for waiting while we verify access. If you are in reader mode, please exit and log into your account, or subscribe for everything we publish.</div><p>Already a subscriber? Log in.</p>")),
    ("busy-frame", X, 200, _page(
        "The Valley Post", f"{_NAV}<main><div id=content aria-busy=true></div></main>{_FOOT}<script type=module src=/build/entry.js></script>")),
    # --- soft 404
    ("next-404", S, 200, _page(
        "404: This page could not be found.", '<div id="__next"><div><h1 class="next-error-h1">404</h1><div><h2>This page could not be found.</h2></div></div></div><script src="/_next/static/chunks/main.js"></script>')),
    ("newspaper-404", S, 200, _page(
        "Page not found | The Valley Post", f"{_NAV}<main><h1>Sorry, we can't find the page you're looking for</h1><p>It may have been moved or deleted, or the address may have been mistyped. Try searching for it, or go to our home page.</p>{_LATEST}</main>{_FOOT}")),
    ("squarespace-404", S, 200, _page(
        "The Valley Post", f"{_NAV}<main><p>We couldn't find the page you were looking for. This is either because:</p><ul><li>There is an error in the URL entered into your web browser. Please check the URL and try again.</li><li>The page you are looking for has been moved or deleted.</li></ul></main>{_FOOT}")),
    ("licence-expired-german", S, 200, _page(
        "Artikel nicht mehr verfügbar | Der Talbote", f"{_NAV}<main><h1>Artikel nicht mehr verfügbar</h1><p>Aus lizenzrechtlichen Gründen steht dieser Beitrag nicht mehr zur Verfügung.</p>{_LATEST}</main>{_FOOT}")),
    ("story-removed", S, 200, _page(
        "The Valley Post", f"{_NAV}<main><h1>This story has been removed</h1><p>The article you are trying to view has been taken down or has expired.</p>{_LATEST}</main>{_FOOT}")),
    ("facebook-unavailable", S, 200, _page(
        "Facebook", "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted.</p><a>Go to News Feed</a><a>Go back</a>")),
    ("blogger-removed", S, 200, _page(
        "Blog not found", "<h1>Blog not found</h1><p>Sorry, the blog you were looking for does not exist. However, the name valleypost is available to register!</p>")),
    ("wordpress-deleted", S, 200, _page(
        "WordPress.com", "<h1>valleypost.wordpress.com is no longer available.</h1><p>The authors have deleted this site.</p>")),
    ("medium-410", S, 200, _page(
        "Medium", "<div><p>Error</p><h2>410</h2><h3>The author deleted this Medium story.</h3></div>")),
    ("no-results", S, 200, _page(
        "Search results | The Valley Post", f'{_NAV}<main><h1>Oops, this page doesn’t exist</h1><p>You could try one of the stories below.</p>{_LATEST}</main>{_FOOT}')),
    ("expired-listing", S, 200, _page(
        "Article expired | The Valley Post", f"{_NAV}<main><h1>Article expired</h1><p>The article you requested is no longer available on our site.</p></main>{_FOOT}")),
    ("french-404", S, 200, _page(
        "La Dépêche de la vallée", f"{_NAV}<main><h1>Oups, cette page est introuvable</h1><p>L’article a peut-être été supprimé ou déplacé.</p></main>{_FOOT}")),
    # --- script shells
    ("cra", X, 200, _page(
        "The Valley Post", '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/static/js/main.1f.js"></script>')),
    ("vite", X, 200, _page("The Valley Post", '<div id="root"></div>', '<script type="module" crossorigin src="/assets/index-4f.js"></script>')),
    ("next-client", X, 200, _page(
        "The Valley Post", '<div id="__next"><div class="spinner" role="status"><span>Loading...</span></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{}},"page":"/story/[id]","query":{},"isFallback":true}</script><script src="/_next/static/chunks/main.js"></script>')),
    ("sveltekit", X, 200, _page(
        "The Valley Post", '<div style="display: contents"></div><script>{__sveltekit_1a = {base: ""};Promise.all([import("/_app/immutable/entry/start.js")])}</script>')),
    ("flutter", X, 200, _page("valley_post", '<script src="flutter_bootstrap.js" async></script>')),
    ("blazor", X, 200, _page(
        "The Valley Post", '<div id="app"><svg class="loading-progress"></svg><div class="loading-progress-text"></div></div><div id="blazor-error-ui">An unhandled error has occurred. <a href="">Reload</a></div><script src="_framework/blazor.webassembly.js"></script>')),
    ("skeleton-in-chrome", X, 200, _page(
        "The Valley Post", f'{_NAV}<main id="main"><div id="app"><div class="skeleton skeleton-title"></div><div class="skeleton skeleton-text"></div><div class="skeleton skeleton-text"></div></div></main>{_FOOT}<script src="/assets/app.4f.js"></script>')),
    ("next-app-loading", X, 200, _page(
        "The Valley Post", f'{_NAV}<main><!--$?--><template id="B:0"></template><div class="animate-pulse"><p>Loading…</p></div><!--/$--></main>{_FOOT}<script src="/_next/static/chunks/main-app.js" async></script>')),
    ("meta-refresh", X, 200, '<html><head><meta http-equiv="refresh" content="0;url=https://valleypost.example/new"></head><body></body></html>'),
)  # fmt: skip

#: Articles that only speak of such pages, carry their marks, or are short: each is to be judged.
ARTICLES: tuple[tuple[str, str], ...] = (
    ("on-cloudflare", _news(
        "Cloudflare outage: \"Just a moment\" kept millions waiting",
        "For almost three hours on Tuesday, readers of newspapers on four continents saw nothing but a white page with the words \"Just a moment\". Cloudflare, which stands in front of a fifth of all sites, had sent out a faulty rule that took every visitor for a bot.",
        "\"Checking your browser before accessing the site\" was all that our own readers saw, said the editor. The company apologised and said that the rule had been withdrawn by noon. Its Ray IDs, which visitors were asked to note, were of no use to anyone.")),
    ("on-captcha", _news(
        "Are you a robot? The town hall now asks every caller",
        "Whoever wants to register a dog online has to prove first that they are no machine. \"Please verify you are a human\", says the town's new page, and shows nine pictures of bridges. Officials say that bots had booked all appointments within seconds of their release.",
        "Disability groups protested. For the blind, they said, the puzzle cannot be solved at all; the town hall promised a telephone line by May.")),
    ("on-cookies", _news(
        "\"Accept all\": court bans banners without a button to refuse",
        "Cookie banners that offer only a button to accept all, and hide the one that rejects them, are unlawful, the regional court said on Monday. A consumer group had sued a publisher whose 214 partners collected personal data of its readers.",
        "The publisher had argued that consent was given freely, since readers may also subscribe and read without advertising. The judges let that pass, but not the colour of the buttons. Both sides may appeal within a month.")),
    ("on-pur", _news(
        "Mit Werbung oder Pur-Abo? Verlage dürfen fragen",
        "Verlage dürfen ihre Leser vor die Wahl stellen, Tracking zuzustimmen oder für ein Pur-Abo zu zahlen. Das hat die Aufsicht am Mittwoch entschieden. Die Zustimmung müsse sich aber auf einzelne Zwecke beschränken lassen, heißt es in dem Beschluss.",
        "Datenschützer nannten die Entscheidung bedauerlich. Wer nicht zahlen könne, gebe seine personenbezogenen Daten eben her, sagte ihre Sprecherin; Freiheit sehe anders aus.")),
    ("on-parking", _news(
        "This domain is for sale: how a club lost its address",
        "The football club forgot to renew its address in March. In April it read \"This domain is for sale\", and in May the price was 4,295 dollars. The club's treasurer, who has resigned since, had changed his mail address and never saw the reminders of the registrar.",
        "The club plays on under a longer name. The buyer, a firm that trades in expired addresses, did not want to comment.")),
    ("on-404", _news(
        "Page not found: a third of the council's links are dead",
        "One in three links on the council's site leads nowhere, a count by this newspaper found. \"Sorry, we can't find the page you're looking for\" is what citizens read who want to know about childcare, bins or the new bridge.",
        "The council blamed a new system that was introduced in spring. All pages had been moved, said a spokeswoman, and the old addresses had been forgotten. They would be mended by the end of the year.")),
    ("on-login", _news(
        "Log in to park: town drops its meters",
        "From June nobody will be able to pay for parking with coins. Drivers must sign in to an app, register their number plate and a credit card, and log in each time they park. Pensioners' groups have collected nine hundred signatures against the plan.",
        "\"You must be logged in to park: that is a sentence nobody should have to read,\" said their chairman. The mayor pointed to the cost of emptying the meters, which swallows a third of what they take.")),
    ("on-paywall", _news(
        "Subscribers only: the local paper puts up a wall",
        "The Valley Post will ask its readers to pay from January. \"To continue reading, subscribe or sign in\" will stand under the first lines of most articles; notices of deaths, the weather and alerts stay free for all.",
        "The number of subscribers has to double within two years, the publisher said, or the printing plant will close. Readers who cannot pay may read in the library, which takes the paper for everybody.")),
    ("on-javascript", _news(
        "Please enable JavaScript: why public sites shut out old phones",
        "Every ninth visitor of the tax office's new site sees one line: please enable JavaScript. The site does not work without it, although the law says that forms have to be open to everyone, whatever their device.",
        "The office had been warned, mails that we have seen show. It would look into the matter, it said; a paper form can still be had at the counter.")),
    ("with-turnstile-in-comments", _news(
        "Bridge closed until the end of May",
        "The old bridge over the river will be closed from Monday until the end of May, the town said. Drivers are asked to use the new bridge in the north; pedestrians may cross by the ferry, which runs every ten minutes and costs nothing.",
        after='<section id="comments"><h3>Comments</h3><form><textarea></textarea><div class="cf-turnstile" data-sitekey="0x4"></div><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><button>Post</button></form></section><script>(function(){var js="window[\'__CF$cv$params\']={r:\'8f3\'};_cpo=document.createElement(\'script\');_cpo.src=\'/cdn-cgi/challenge-platform/scripts/jsd/main.js\'";})()</script>')),
    ("with-consent-layer", _news(
        "Mayor opens new swimming pool",
        "The mayor opened the new swimming pool on Saturday with a jump from the three-metre board, to the applause of some two hundred children. The pool cost nine million and has been built on the site of the old one, which was closed for leaks in 2019.",
        after='<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk"><h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as cookies, and process personal data.</p><button>Accept all</button><button>Reject all</button><button>Manage preferences</button></div></div>')),
    ("with-newsletter-login", _news(
        "Ferry sinks at its mooring",
        "The ferry that links the two halves of the town sank at its mooring in the night to Sunday. Nobody was on board. A valve had been left open, said the harbour master; the boat lies in four metres of water and is to be lifted this week.",
        after='<aside><h3>Sign in to get our newsletter</h3><form><input type="email"><input type="password"><button>Log in</button></form><p>Forgot your password?</p></aside>')),
    ("short-with-noscript", _news(
        "Storm tears roof off school",
        "A storm tore the roof off the primary school in the night to Friday. Nobody was hurt. Lessons are held in the town hall until a new roof is built, which may take until autumn, according to the council.",
        after='<noscript>You need to enable JavaScript to see the comments.</noscript><div id="app"></div><script src="/c.js"></script>')),
    ("hydrated-next", _page(
        "Storm tears roof off school | The Valley Post",
        f'<div id="__next">{_NAV}<main><article><h1>Storm tears roof off school</h1><p>A storm tore the roof off the primary school in the night to Friday. Nobody was hurt. Lessons are held in the town hall until a new roof is built, which may take until autumn, according to the council.</p></article></main>{_FOOT}</div><script id="__NEXT_DATA__" type="application/json">{{"props":{{}}}}</script><script src="/_next/static/chunks/main.js"></script>')),
    ("press-release-on-waf", _news(
        "Imperva and Akamai named leaders",
        "Analysts have named Imperva, Akamai and DataDome leaders among the makers of software that tells people from bots. Incident IDs and reference numbers, the report says, are still all that blocked visitors are told. Access denied pages, it finds, cost shops four per cent of their sales.",
        "A copy of the report may be had from the company after registration.")),
    ("recipe-log-in", _news(
        "Yule log in a day",
        "Bake the sponge on a flat tray for nine minutes, roll it up in a cloth while it is warm and leave it to cool. Whip the cream with the chestnuts, spread it, roll the cake again without the cloth and cover it with chocolate. Draw the bark with a fork.",
        "Keep the log in a cold place until it is served; it will be better the day after.")),
    ("queue", _news(
        "You are now in line: tickets for the festival",
        "Forty thousand people waited online on Friday for nine thousand tickets. \"You are now in line\", said the page of the seller, and counted down for up to six hours. When it was their turn, most found that nothing was left but seats behind a pillar.",
        "The festival's director said she was sorry and promised a lottery for next year.")),
    ("expired-account", _news(
        "Bank closes account of village choir",
        "The savings bank has closed the account of the village choir. This account has expired, it wrote, because nobody had proved who owns it. The choir's founder, in whose name it stood, died in 2011. Four thousand pounds from the sale of cakes are lost for now.",
        "A spokesman said that the money was safe and would be paid out once the papers were in order.")),
    ("removed-story", _news(
        "This story has been removed, and why we put it back",
        "For two days readers found nothing here but the words \"this story has been removed\". A court had ordered it on the request of a builder whom we had named. On Thursday the order was lifted: the public, the judges found, has a right to know who built a bridge that fell.",
        "We publish the text again, unchanged, with the builder's answer at its end.")),
    ("on-subscribing", _news(
        "Subscribe to continue reading? Half of readers leave",
        "Half of all readers leave a site when they are asked to subscribe to continue reading, a study by the university has found. The share is highest among the young, of whom two in three said that they would look for the story elsewhere.",
        "The authors asked four thousand people in nine towns. Publishers called the study one-sided.")),
    ("private-site", _news(
        "This site is private, says the sign on the heath",
        "Walkers on the heath have met a new sign since Easter: this site is private. The owner, a fund from overseas, wants to build a hotel where people have walked their dogs for a century. The ramblers' club says that the path is a right of way.",
        "The council will hear both sides on the ninth of May.")),
)  # fmt: skip

#: Articles of which only the beginning is given to whoever does not sign in.
BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("metered-register", _page(
        "Council votes to rebuild the old bridge | The Valley Post",
        f'{_NAV}<main><article><h1>Council votes to rebuild the old bridge</h1><p class="byline">By Ann Reader</p><p>{_TEASER}</p><div class="regwall"><h2>Create a free account to continue reading</h2><p>You have reached your limit of free articles this month. Register for free to keep reading.</p><form action="/register"><input type="email" placeholder="Email"><input type="password"><button>Continue</button></form><p>Already have an account? <a href="/login">Sign in</a></p></div></article></main>{_FOOT}')),
    ("metered-subscribe", _page(
        "Council votes to rebuild the old bridge | The Valley Post",
        f'{_NAV}<main><article><h1>Council votes to rebuild the old bridge</h1><p>{_TEASER}</p><div class="paywall"><h2>To continue reading, subscribe or sign in</h2><p>This article is for subscribers only. Subscribe for unlimited access from £1 a week.</p><a href="/subscribe">Subscribe now</a><p>Already a subscriber? <a href="/login">Log in</a></p></div></article></main>{_FOOT}')),
    ("metered-german", _page(
        "Rat beschließt Neubau der alten Brücke | Der Talbote",
        f"{_NAV}<main><article><h1>Rat beschließt Neubau der alten Brücke</h1><p>Der Stadtrat hat am späten Dienstag beschlossen, die alte Steinbrücke über den Fluss neu zu bauen, und damit einen Streit beendet, der die Stadt fast neun Jahre lang gespalten hat.</p><div class=paywall><h2>Jetzt weiterlesen mit Talbote Plus</h2><p>Dieser Artikel ist nur für Abonnenten. Testen Sie Plus einen Monat lang für 1 Euro.</p><p>Sie haben bereits ein Abo? <a href=/login>Hier anmelden</a></p></div></article></main>{_FOOT}")),
    ("medium-member", _page(
        "The bridge we need | by Ann Reader | Medium",
        f"<article><h1>The bridge we need</h1><p>Ann Reader · 6 min read</p><p>{_TEASER}</p><h2>Create an account to read the full story.</h2><p>The author made this story available to Medium members only.</p><p>If you’re new to Medium, create a new account to read this story on us.</p><p>Continue in app · Or, continue in mobile web · Sign up with Google · Already have an account? Sign in</p></article>")),
    ("metered-french", _page(
        "Le pont sera reconstruit | La Dépêche de la vallée",
        f"{_NAV}<main><article><h1>Le pont sera reconstruit</h1><p>Le conseil a voté tard mardi la reconstruction du vieux pont de pierre sur la rivière, ce qui met fin à une querelle qui a divisé la ville pendant près de neuf ans et coûté leur poste à deux maires.</p><div class=paywall><p>Il vous reste 82 % de cet article à lire. La suite est réservée aux abonnés.</p><a href=/s>S’abonner</a></div></article></main>{_FOOT}")),
    ("metered-spanish", _page(
        "El puente será reconstruido | El Correo del Valle",
        f"{_NAV}<main><article><h1>El puente será reconstruido</h1><p>El pleno aprobó el martes por la noche la reconstrucción del viejo puente de piedra sobre el río, con lo que termina una disputa que dividió al pueblo durante casi nueve años y que costó el cargo a dos alcaldes y a una concejala de obras.</p><div class=paywall><h3>Suscríbete para seguir leyendo</h3><a href=/s>Ver ofertas</a></div></article></main>{_FOOT}")),
    ("metered-limit", _page(
        "Council votes to rebuild the old bridge | The Valley Post",
        f"{_NAV}<main><article><h1>Council votes to rebuild the old bridge</h1><p>{_TEASER}</p></article><div class=meter><p>You’ve read your last free article this month.</p><a href=/s>See offers</a></div></main>{_FOOT}")),
)  # fmt: skip
