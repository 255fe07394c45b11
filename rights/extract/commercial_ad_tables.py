"""What display advertising looks like in a page's source: hosts, calls, containers and labels, written from knowledge
of the networks' own instructions to publishers.  No third party's list is in here.
"""

from __future__ import annotations

import re

from rights.patterns import late

#: Registered domains (or hosts) whose scripts, frames and banners fill ad slots; `PIXEL` is asked first.
AD_HOSTS = frozenset(
    """
    247realmedia.com 2mdn.net 33across.com 360yield.com 3lift.com 4dex.io 4wnet.com a-ads.com a-mo.net ad-delivery.net ad-m.asia ad-stir.com
    ad.daum.net ad.gt ad.mail.ru ad.nicovideo.jp ad4m.at ad4mat.de ad4mat.net adagio.io adalliance.io adalyser.com adap.tv adblade.com adbro.me
    adbutler.com adcash.com adcdn.pl adcloud.de adcloud.net adcolony.com addoor.net addroplet.com adengage.com
    adfit.kakao.com adfocus.ru adform.net adfox.ru adgebra.co.in adhese.com adhese.net adhigh.net adhood.com adhunter.media adingo.jp
    adinplay.com adition.com adition.net aditude.cloud aditude.io adjuggler.com adkaora.space adkernel.com adklick.de adkontekst.pl
    adlooxtracking.com adman.gr admanmedia.com admatic.com.tr admaxmedia.io admedia.com admedo.com admicro.vn admixer.net admost.com adnami.io
    adnet.de adnow.com adnuntius.com adnxs-simple.com adnxs.com adocean.pl adop.cc adop.co adpartner.mail.ru adpartner.pro adpiler.com
    adpone.com adpushup.com adquality.ch adquantix.com adriver.ru adro.co ads-delivery.com ads.yahoo.com adscale.de adscout.de adshot.de
    adskeeper.co.uk adskeeper.com adskom.com adsnative.com adspark.ru adspeed.net adspirit.de adspirit.net adsrvmedia.com adsterra.com adstir.com
    adsupplyads.com adtarget.com.tr adtdp.com adtech.de adtechjp.com adtechus.com adtelligent.com adthrive.com adtiger.de adtima.vn adtng.com
    adtrue.com adunity.com adup-tech.com advangelists.com adversal.com adverserve.net adverticum.net advertising.com advertstream.com advertur.ru
    advmaker.net adx.space adx1.com adxcore.com adxpansion.com adyoulike.com adyoulike.net adzerk.net adzonestatic.com afy11.net algovid.com
    amanad.adtdp.com amazon-adsystem.com an.yandex.ru andbeyond.media aniview.com aps.hearstnp.com aralego.com aservices.yandex.ru assertcom.de atedra.com
    avantisvideo.com bannerbaron.de bannerflow.com bannersnack.com begun.ru between-digital.com betweendigital.com bidgear.com bidmachine.io
    bidmatic.io bidr.io bidsopt.com bidvertiser.com blogads.com blogads.de blogherads.com brealtime.com brightcom.com businessad.de
    buysellads.com buysellads.net servedby-buysellads.com scriptwrapper.com adtrafficquality.google intergient.com adligature.com adapex.io browsiprod.com highperformanceformat.com
    topcreativeformat.com effectivegatecpm.com profitableratecpm.com ay.delivery buzzoola.com bypass.jp c1exchange.com carambo.la carbonads.com carbonads.net casalemedia.com chitika.com
    chitika.net cleverwebserver.com clickadu.com clickforce.com.tw clickio.com clicksor.com clmbtech.com coinad.com coinzilla.com coinzillatag.com
    connatix.com connectad.io contaxe.com contaxe.de content.ad contentabc.com contextual.media.net contextweb.com cpmstar.com cpro.baidustatic.com
    criteo.com criteo.net cxad.cxense.com dable.io deployads.com directrev.com displayads.pl disqusads.com district-m.ca districtm.io
    doubleclick.net e-planning.net ebayadvertising.com ebz.io emediate.dk emediate.eu emediate.se emerse.com engageya.com epeex.io epom.com
    ero-advertising.com eskimi.com etarget.eu etarget.sk etargetnet.com euros4click.de exmarketplace.com exoclick.com exosrv.com exponential.com
    ezodn.com ezoic.net ezojs.com fam-ad.com fastclick.net firstimpression.io flashtalking.com flite.com fluct.jp fout.jp freestar.com
    freestar.io fuseplatform.net fusionads.net futureads.io fyber.com gammaplatform.com genieessp.com genieesspv.jp getpublica.com goadverticum.com
    googleadservices.com googlesyndication.com googletagservices.com gourmetads.com groovinads.com gssprt.jp gumgum.com guoshipartners.com
    h12-media.com hilltopads.net hiro.tv holmesmind.com hotwords.com htlbid.com i-mobile.co.jp i.imedia.cz ibillboard.com idealmedia.io
    imonomy.com impact-ad.jp improvedigital.com indexww.com infeed.media infolinks.com innity.com innity.net inskinmedia.com insticator.com
    insurads.com intellitxt.com intentmedia.net intergi.com interworksmedia.co.kr invibes.com iqdigital.de jads.co jixie.media
    juicyads.com justpremium.com kargo.com kas.daumcdn.net kauli.net keywordsconnect.com kiosked.com komoona.com kontera.com ktxtr.com layer-ads.de
    layer-ads.net leadbolt.net lentainform.com ligatus.com ligatus.de lijit.com linkstorms.com logly.co.jp loopme.me lqm.io m6r.eu madadsmedia.com
    magnite.com mainadv.com marketgid.com marphezis.com media.net mediaad.org mediabong.net mediafuse.com mediago.io mediaimpact.de medialand.ru
    mediamathtag.com mediasquare.fr mediavine.com mediavoice.com mgid.com microad.co.jp microad.jp minutemedia-prebid.com mirando.de mmvideocdn.com
    mobfox.com mobon.net mobwithad.com monetag.com monetixads.com monetizer101.com monu.delivery monumetric.com mopub.com movad.net
    mradx.net native-ad.net nativery.com nativo.com nativo.net nend.net neodatagroup.com netletix.com netpoint-media.de
    netseer.com netshelter.net newormedia.com nexage.com nextmillmedia.com nexx360.io nitropay.com notsy.io ntv.io nuffnang.com nuffnang.com.my
    ogury.co ogury.com onclasrv.com onclickads.net onead.com.tw onetag-sys.com onetag.com onnetwork.tv onscroll.com
    openadstream.net openx.net openx.org openxcdn.net opt8.co optad360.com optad360.io opti-digital.com optidigital.com optimatic.com
    orange-advertising.com orbitsoft.com outbrain.com outbrainimg.com oxado.com padsdel.com padstm.com passendo.com performancing.com piximedia.com
    piximedia.fr pladform.ru playground.xyz playwire.com plista.com plugrush.com plusad.de polarmobile.com polymorphicads.jp popads.net popcash.net
    popin.cc popinmedia.jp popmyads.com popunder.net pos.baidu.com postrelease.com powerlinks.com premiumads.com.br primis.tech programattik.com
    propellerads.com propellerclick.com propellerpops.com proper.io pub.network pubexchange.com pubgenius.io pubguru.com publiftcdn.com publir.com
    publy.com pubmatic.com pubmine.com pubwise.io purch.com q1connect.com q1media.com qadabra.com qadservice.com qualityclick.de
    quantum-advertising.com quantumdex.io r2b2.cz r2b2.io r9ads.com raasnet.com raptive.com realclick.co.kr realmedia.com realsrv.com recreativ.ru
    redintelligence.net reklam.com.tr reklamport.com reklamstore.com reklamz.com rekmob.com relap.io revcontent.com revenuehits.com revrtb.com
    rhythmone.com richaudience.com rtbsystem.com rtmark.net rubiconproject.com rubiconproject.net runative-syndicate.com s24cloud.com
    sape.ru sascdn.com screencore.io scupio.com seedtag.com sekindo.com semantiqo.com serving-sys.com setupad.com sharethrough.com shemedia.com
    showheroes.com siape.veta.naver.com siteplug.com slimspots.com smaato.net smartadserver.com smartclip.com smartclip.net
    smartstream.tv smarttargetting.net smartyads.com smi2.net smi2.ru smilewanted.com smrtb.com snack-media.com snigel.com snigelweb.com socdm.com
    somoaudience.com sonobi.com sovrn.com sparteo.com speakol.com spolecznosci.net sponsorads.de sportradarserving.com spotx.tv spotxchange.com
    spoutable.com springserve.com ssp.rambler.ru ssp.seznam.cz sssp.seznam.cz stailamedia.com startapp.com startappservice.com stickyadstv.com
    streamrail.com stroeer.biz stroeerdigital.de stroeerdigitalgroup.de stroeerdigitalmedia.de strossle.com strossle.it sublime.xyz sulvo.com
    sunmedia.tv supership.jp survata.com swoop.com tabmo.io taboola.com taboolasyndication.com tanx.com targetix.net targetpick.kr targetspot.com
    teads.tv teadsonline.com teadstv.com technoratimedia.com teleportads.com tenping.kr tentaculos.net themoneytizer.com themoneytizer.de
    themoneytizer.fr tisoomi-services.com tlvmedia.com tmoneytizer.com toboads.com toponad.com tpmn.co.kr trackad.cz traffective.com
    trafficfactory.biz trafficgate.net trafficjunky.net trafficstars.com trafmag.com tremorhub.com tremormedia.com tribalfusion.com triboomedia.it
    triplelift.com truvid.com truvidplayer.com trvdp.com tsyndicate.com twiago.com twinplan.de ucfunnel.com uimserv.net unblockia.com
    underdogmedia.com undertone.com unibots.in united-infos.net unrulymedia.com urlvalidation.com usemaxserver.de valuad.cloud valueclick.com
    valueclickmedia.com vdo.ai vdopia.com veeseo.com velismedia.com venatus.com venatusmedia.com vertamedia.com verticalads.net vertoz.com
    vi-serve.com vibrantmedia.com vidazoo.com vidcrunch.com videohub.tv videoo.tv vidoomy.com viously.com viralize.tv visx.net vlyby.com vmmpxl.com
    vntsm.com vpon.com vungle.com waardex.com wagawin.com wahoha.com webads.nl weqyoua.com widespace.com widgetbucks.com wigetmedia.com wtg-ads.com
    wunderloop.net wwwpromoter.com xandr.com xapads.com xaxis.com xtendmedia.com yads.c.yimg.jp yads.yahoo.co.jp yahoo-adexchange.com yan.yandex.ru
    yashi.com ybrant.com yieldbird.com yieldlab.de yieldlab.net yieldlove-ad-serving.net yieldlove.com yieldmanager.com yieldmo.com
    yieldpartners.com yieldscale.com yieldtraffic.com yllix.com ymmobi.com yoc-performance.com yoc.com yume.com za-ads.de zedo.com zemanta.com
    zergnet.com zeropark.com zucks.co.jp zucks.net zypmedia.com
    """.split()
)

#: Addresses on advertising domains that count conversions, match cookies or retarget: what an advertiser's page holds.
PIXEL = late(
    r"""/pagead/(?:1p-)?(?:conversion|viewthroughconversion|landing)|googleadservices\.com(?!/pagead/(?:aclk|adview))|/ddm/(?:activity|fls|track(?:imp|clk))
    |//(?:\d+\.)?fls\.|//stats\.g\.|//cm\.g\.|//ad\.doubleclick\.net/(?:activity|ddm)|/collect\?|/rmkt/|/seg\?|/px(?:[/?.]|$)|/pixel|/getuid|/setuid|/mapuid|/cms/v\d
    |//(?:[\w-]+\.)?(?:pixel|pix|px|sync|match|leadback|idsync|dis|gum|sslwidget|usersync|conv|conversion)\.|cookie_?(?:sync|match)|usersync|user[-_]?sync|/i?sync[?/.]|cksync|/bounce\?|/unip(?:/|\b)|tfa\.js|obtp\.js|/ld/ld\.js|/dis/|trackpoint
    |/conversion|/trackingpoint|/event\?|sslwidget\.criteo|gum\.criteo|widget\.criteo|/delivery/lg\.php|/idsync|/dmp/|/retarget|/tracking/t\?|/tap\.php|/visitor/
    |amplify\.outbrain|tr\.outbrain|trc\.taboola\.com/\d+/log|//pips\.taboola|adx_usersync|/beacon|/pcs/|ads\.linkedin|/impression\.php
    |/tag/conv|/utag|serving-sys\.com/(?:serving/)?activityserver|/containr|ebserving|//adservice\.google|privacy-?sandbox|topics_frame|ads/ga-audiences
    |user-registering|ima3?\.js\.map|amazon-adsystem\.com/(?:iu3|s/dcm|e/ir|v3/oor|widgets/onejs)""",
    re.IGNORECASE | re.VERBOSE,
)

#: Ad servers that stand under any domain, by the shape of the address of a script or a frame.
AD_ADDRESS = late(
    r"""//(?:ads?|adv|adserver|adserv|adsrv|adx|banners?|openx|revive|werbung|pub|publicidad|reklama?|ads?\d{1,2}|adimg|adtag|adclient|adcontent|oas|adspaces?|adsystem|hb-?ads?)\.[\w.-]+/.*?
        (?:\.js|\.php|\.aspx?|\.html?|[?&](?:zone|site|slot|w|pos|id|placement)=|/)
    |/(?:delivery|www/delivery)/(?:ajs|afr|asyncjs|spcjs|spc|al|avw|ck|asyncspc)\.php|/adserver/|/adzone/|/openads/|/revive(?:-?adserver)?/|/phpads(?:new)?/|/adrotate/|/banner(?:s|manager)?/(?:show|js|banner)\.php
    |/adframe|/ad_?iframe|/adjs\.php|/adx\.js|/show_?ads?\.(?:js|php)|/ads?/(?:js|tag|loader|banner|slot|show|ad|ads|adloader|prebid|gpt|dfp|zone)[\w.-]*(?:\.js|\.php|\?|/)
    |/ads?/[\w.-]+\.js(?:\?|$)|/prebid[\w.-]*\.js|/gpt\.js|/adsbygoogle\.js|/(?:ad-?manager|admanager|adloader|ad-loader|adtag|adslots?|dfp|advertisement|advads|headerbidding)[\w.-]*\.js
    |/plugins/(?:advanced-ads|ad-inserter|quick-adsense|adrotate|easy-adsense|dfp-ads|adsense|wp-insert|ads-for-wp|advanced-ads-pro|adkingpro|google-publisher|wp-quads|quick-adsense-reloaded|doubleclick-for-wp)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Looks like an ad server by its name, but is the advertising side, or no advertising at all.
NOT_AD_ADDRESS = late(
    r"ads\.linkedin|ads-twitter|ads\.pinterest|ads\.tiktok|ads\.google\.com|/pub/static|pub\.orcid|//pub\.dev|//adv\.gov",
    re.IGNORECASE,
)

#: Calls and settings in inline scripts: a literal that is looked for first, and what must follow (None: nothing).
AD_CALLS: tuple[tuple[str, str | None], ...] = (
    ("googletag", r"googletag\.(?:cmd\.push|defineslot|defineoutofpageslot|display|pubads)|\.(?:defineslot|pubads)\("),
    (
        "adsbygoogle",
        r"adsbygoogle(?:\s*=\s*window\.adsbygoogle)?\s*\|\|\s*\[\]\s*\)\s*\.\s*push|adsbygoogle\.push|adsbygoogle\.js\?client=ca-pub",
    ),
    ("google_ad_client", r"google_ad_client\W+(?:ca-)?pub-\d+|google_ad_client\s*[=:]"),
    ("google_ad_slot", None),
    ("ca-pub-", r"ca-pub-\d{10,}"),
    ("securepubads", None),
    ("googlesyndication.com/pagead/js", r"pagead/js/(?!google_top_exp)"),
    ("/tag/js/gpt.js", None),
    ("__ata.", r"__ata\.(?:cmd|init|create|id|criteo|setup|render|add)\w*"),
    ("htlbid", r"htlbid\s*[.=]"),
    ("pbjs.", r"pbjs\.(?:que|addadunits|requestbids|setconfig)"),
    ("apstag", r"apstag\.(?:init|fetchbids|setdisplaybids)|apstag\s*="),
    ("amzn_ads", None),
    ("amazon_ad_tag", None),
    ("oa_show(", None),
    ("oa_block", None),
    ("yandex.rtb", None),
    ("ya.context", r"ya\.context\.advmanager|yandexcontextasynccallbacks"),
    ("yandexcontextasynccallbacks", None),
    ("yandex_rtb_", None),
    ("yandex_partner_id", None),
    ("adfox", r"ya\.adfoxcode|adfox_\w+\("),
    ("_taboola", r"_taboola\.push|_taboola\s*=\s*(?:window\.)?_taboola"),
    ("taboola.com/libtrc/", r"taboola\.com/libtrc/(?!unip)"),
    ("window.taboola", None),
    ("taboola", r"taboola_?\w*enabled\W{1,4}true|taboola[\w.\"':\s{]{0,40}(?:publisher|loader|placement)"),
    ("prebid'", r"enable\w*prebid\W{1,5}true"),
    ("widgets.outbrain.com", r"widgets\.outbrain\.com/outbrain\.js"),
    ("obr.extern", None),
    ("medianet_", r"medianet_(?:width|height|crid|versionid)"),
    ("window._mnhandle", None),
    ("sas.", r"\bsas\.(?:call|setup|render|cmd|info)\b|sas_(?:siteid|pageid|formatid|target)\b|sas_ad"),
    ("sas_pageid", None),
    ("adition", r"adition\.(?:srq|load|init)|oon\.adition|adition\.com/js"),
    ("adsc_", r"\badsc_\w+"),
    ("iqd_", r"\biqd_(?:ad|tp|load|testad)|iqadtile|iqadcontroller"),
    ("iqadtile", None),
    ("sdg.", r"\bsdg\.(?:publisher|cmd|ads|slot|request)"),
    ("sdm_", r"\bsdm_(?:head|resource|loader|defsite|defzone)"),
    ("gujad", None),
    ("plista", r"plista\.(?:widget|init|items|partner)|plista_widget|window\.plista|static\.plista"),
    ("amzn_assoc_ad_type", None),
    ("criteo.displayad", None),
    ("criteo_q", r"criteo_q[^;]{0,60}publishertag|publishertag"),
    ("static.criteo.net/js/ld/publishertag", None),
    ("ox_ads", None),
    ("oxp.jstag", None),
    ("fusetag", None),
    ("freestar", r"freestar\.(?:config|queue|init|newadslots)|freestar\s*="),
    ("nitroads", r"nitroads\.createad|window\.nitroads"),
    ("ezstandalone", None),
    ("ezoic", r"ezoicads|ez_ad_units|ezoic-pub-ad|__ez\.|ezohash"),
    ("ez_ad_units", None),
    ("ramp.que", r"ramp\.que|window\.ramp\b"),
    ("tyche", r"\btyche\.(?:mode|config)"),
    ("propertag", None),
    ("adpushup", r"adpushup\.(?:config|que)|window\.adpushup"),
    ("adthrive", r"\bw(?:indow)?\.adthrive\b|adthriveads|ads\.adthrive"),
    ("mediavine", r"scripts\.mediavine|window\.\$mediavine|mediavine\.com/tags|mv_ad"),
    ("infolinks_pid", None),
    ("ad_unit_path", None),
    ("adunitpath", None),
    ("adunits", r"""["']?adunits["']?\s*[:=]\s*[\[{]\s*["'{\[]"""),
    ("adslots", r"""["']?adslots["']?\s*[:=]\s*[\[{]\s*["'{\[]"""),
    (
        "dfp",
        r"""dfpad\w*|dfp_?(?:slots?|network|adunit|config|id|account|tag|unit)\w*["']?\s*[:=]|dfp\.(?:init|load|ads|render|slots?)""",
    ),
    ("gptads", None),
    ("div-gpt-ad", None),
    ("admanager", r"""admanager\.(?:init|load|config|push|set)|admanagerconfig|google_?admanager"""),
    ("teads", r"teads_(?:ad|tag)|a\.teads\.tv|teads\.page"),
    ("revcontent", r"rcwidget|revcontent\.com"),
    ("mgid", r"jsc\.mgid\.com|mgid\.com/\w+/\w+\.\d+\.js"),
    ("zergnet", r"zergnet\.com|zergnet-widget"),
    ("contentad", r"contentad\b|ca_widget"),
    ("adocean", r"ado\.(?:master|slave|placement|config|emitter|preview)|adocean"),
    ("ado.master", None),
    ("goadverticum", None),
    ("sklikdata", r"sklikdata|sssp\.(?:getads|config)"),
    ("sssp.", r"sssp\.(?:getads|config)"),
    ("adsense", r"adsense_?(?:client|slot|id|pub)\w*\W{1,6}(?:ca-)?(?:pub-)?\d{8,}|adsense.{0,40}\.push\("),
    ("google_adsense", r"google_adsense_(?:client|settings)\w*"),
    ("amp-ad", r"<amp-ad"),
    ("smartadserver", None),
    ("adtech", r"adtech\.(?:config|enqueuead|loadad|executequeue)|adtechtag|adtech_mode"),
    ("nuggrid", r"nuggrid|nuggn|nuggad"),
    ("adserver", r"""adserver(?:host|url|domain|tag|config)?["']?\s*[:=]\s*["'{]"""),
    ("adzone", r"""\.load\(\s*["'][^"']*/adzone|adzoneid|adzone_id"""),
    ("ad_client", None),
    ("propellerads", None),
    ("popunder", r"popunder\s*[(=:]"),
    ("exoclick", None),
    ("juicyads", r"adsbyjuicy|juicyads"),
    ("bsaprivacy", None),
    ("_bsa.", r"_bsa\.init|_bsap"),
    ("carbonads", None),
    ("chitika", r"chitika_?units|ch_client"),
    ("adbutler", r"adbutler\.(?:ads|register)"),
    ("broadstreet", r"broadstreet\.(?:zone|watch|loadnetwork)"),
    ("adzerk", r"ados_|adzerk"),
    ("ados_add", None),
    ("traffective", r"traffectiveconf|traffective\.com"),
    ("yieldlove", r"yieldlove_(?:cmd|prebid|site)|yieldlovetag"),
    ("yieldlab", None),
    ("adup", r"adup-tech|uat\.load"),
    ("emetriq_ads", None),
    ("netpoint", r"netpoint[_-]media|npm_ad"),
    ("moneytizer", None),
    ("adyoulike", None),
    ("sublime", r"sublime\.(?:xyz|skinz)|sublimeskinz"),
    ("poponclick", None),
    ("kakao_ad", r"kakao_ad_area|adfit"),
    ("adfit", r"kakao_ad_area|t1\.daumcdn\.net/(?:kas|adfit)"),
    ("google_dfp", None),
    ("setadunit", None),
    ("renderad(", None),
    ("loadads(", None),
    ("showads(", None),
    ("advads_", r"advads_(?:tracking_ads|passive|items|has_ads)|advanced_ads_ready"),
    ("ai_insert", r"ai_insert|ai_front\s*=|ai_block"),
    ("quads_", r"quads_screen_width|quads_ad"),
    ("impressionpixel", None),
    ("advertisingconfig", None),
    ("adconfig", r"""["']?adconfig["']?\s*[:=]\s*\{\s*["']?\w"""),
    ("headerbidding", r"""header_?bidding["']?\s*[:=]\s*(?:true|\{|1|\[)"""),
    ("prebid", r"""prebid(?:js)?["']?\s*[:=]\s*(?:\{|true|\[)|prebid[\w./-]{0,60}\.js"""),
    ("imasdk", r"imasdk\.googleapis\.com"),
    ("vasttag", r"""vast(?:tag)?(?:_?url)?["']?\s*[:=]\s*["']https?:"""),
    ("adtagurl", None),
    ("pubads.g.doubleclick", None),
    ("adcontroller", r"adcontroller\.(?:init|load|render|request)"),
    ("adalliance", None),
    ("spring_adserver", None),
    ("wpvc-ads", None),
    ("addapptr", None),
)

#: A class or id that names a place for advertising, one token.  Words that also mean other things are left out.
AD_NAME = late(
    r"""^(?:
      (?:[a-z0-9]+[_-]+){0,5}(?:ads?|advert|advertisement|advertising|adv|werbung|werbe|anzeige|anzeigen|pub|publicite|publi|publicidad|publicidade|pubblicita|reklama?|annonce|dfp|gpt|adsense|google-?ads?)
        [_-]+(?:slots?|units?|containers?|wrapp?(?:er)?|box|zones?|spaces?|place(?:holder|ment)?s?|positions?|tiles?|tags?|leaderboard|rectangle|skyscraper|sky|billboard|mpu|halfpage
              |superbanner|banner|layer|frame|iframe|area|block|blocks|column|sidebar|inline|inner|content-?ad|label|labels|title|header|head|top|bottom|right|left|middle|center|footer|row|display|sticky|desktop|mobile|300x\d+|728x\d+|970x\d+|160x\d+|\d{1,3}|loaded|lazy|native|article|home|img|image|text|link|item|holder|div|widget|code|wide)s?(?:[_-].*)?
    |ads?(?:slot|unit|container|wrapper|box|zone|space|holder|tile|banner|label|block|area|sense|position|placement|frame|placeholder)s?(?:[_-].*|\d*)
    |(?:.+[_-])?(?:adslot|adunit|adcontainer|adbox|adspace|adzone|adbanner|adwrapper|adtile|adholder|adblock-?slot|adlabel|adleaderboard|admpu|adplaceholder|adposition)(?:[_-].*|\d*)
    |(?:.+[_-])?(?:advert|advertisement|advertisment|advertorial-?slot)s?(?:[_-]?\d+)?
    |div-gpt-ad.*|gpt-ad.*|google_ads.*|google-ads?(?:-.*)?|googlead.*|google[_-]?adsense.*|adsbygoogle.*|adsense(?:[_-].*)?|dfp-?ad.*|dfp[_-](?:slot|tag|banner|leaderboard|rectangle|billboard|sky|box|unit|container).*
    |atatags-.*|wpcnt|wpa-about|wordads.*|about-these-ads|taboola-.*|tbl-.*feed.*|outbrain(?:-.*|_.*)?|ob-widget.*|ob_what|plista(?:[_-].*)|trc_related.*|mgid.*|m\d+scriptrootc\d+.*|rc-widget|revcontent.*|zergnet-widget.*
    |mediavine.*|mv-ad.*|adthrive.*|ezoic-.*|ez-.*-ad.*|htlad.*|htl-ad.*|fs-ad.*|freestar.*|nitropay.*|nn_.*(?:lb|mpu|sky).*|monumetric.*|amp-ad.*|teads.*|carbonads|carbon-ads|bsap?(?:_.*)?|bsarocks
    |adrotate.*|g-single|advads-.*|ai-?viewports?|ai_widget|code-block-ads?|quads-.*|adinserter.*|advanced-ads.*
    |iqadtile\d*.*|iqad.*|iqdcontainer.*|sdgslotcontainer|sdg-?(?:ad|slot)s?.*|adsc_.*|oms_gpt.*|gujad.*|yieldlove.*|adition.*|ad-tag.*|superbanner|skyscraper(?:_?\d)?|wallpaper-ad|billboard-?ad.*|ad-?billboard.*|medium-?rectangle|mediumrectangle|content-?ad\d*.*|contentad.*
    |leaderboard-?ad.*|mpu-?ad.*|rectangle-?ad.*|banner-?ad(?:s|vert)?.*|banner_?ads?|ad-?layer.*|(?:top|side|right|left|bottom|header|footer|sidebar|inline|article|in-?content|in-?article|mid|middle|sticky|mobile|desktop|page|post|story|text|native|display)[_-]?(?:ad|ads|advert|adsense)(?:[_-]?\d*|[_-](?:wrapper|container|box|slot|unit|top|bottom|left|right|inner|widget|block))
    |werbung(?:[_-].*)?|werbebanner.*|werbeblock.*|werbebox.*|werbeflaeche.*|werbeplatz.*|(?:.+[_-])werbung(?:[_-].*)?|anzeigen?(?:box|block|slot|banner|platz|label|text|kennzeichnung).*|(?:.+[_-])anzeige
    |pub(?:[_-](?:\d+|top|bottom|right|left|haut|bas|droite|gauche|pave|mega|megabanniere|banniere|bloc|container|slot|wrapper|inread|mobile|desktop|header|footer|sidebar|content|article).*)|pave-?pub.*|bloc-?pub.*|encart-?pub.*|zone-?pub.*|publicite.*|espace-?pub.*|banniere-?pub.*
    |publi(?:cidad|cidade)(?:[_-].*|\d*)|(?:.+[_-])publicidad(?:e)?|envoltorio_publi.*|robapaginas.*|banner-?publi.*|bloque-?publi.*|caja-?publi.*|pubblicita.*|box-?adv.*|adv[_-]?(?:box|container|slot|wrapper|top|right|left|bottom|banner|\d+).*
    |reklama(?:[_-].*|\d*)|(?:.+[_-])reklama|reklam(?:[_-]?(?:alani|kutusu|banner|\d+).*)|yandex_rtb.*|yandex_ad.*|adfox.*|adocean.*|ado-.*|rekl[_-].*|annonce-?(?:wrapper|container|top|banner|sky).*|kakao_ad_area|adfit.*|ad-(?:odd|even)|adnz_.*|(?:.*[_-])?(?:wideboard|maxiboard|halfpage|half-page-ad)(?:[_-]?\d+)?|rectangle\d+_\w+|ads?_[a-z0-9]{2,10}_[a-z0-9_]+|[a-z]{2,4}-ad-(?:[a-z]{2,3}|\d+)|(?:.+[_-])?out-?of-?page-?ads?(?:[_-].*)?|ads-active|amzn-assoc-ad.*|sklik.*|ad-?stickers?|adhese.*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
#: Names that pass `AD_NAME` and are something else.
NOT_AD_NAME = late(
    r"""^(?:custom_)?(?:tags?|category|cat|term|topic|type|format|author|status|post_tag|menu|nav|icon|label|page|single|postid|archive)[_-]|mks_ads|ads?[_-]?(?:free|block(?:er|ed|ing)?(?:$|[_-])|detect|blocker)|no-?ads?|^ad-?(?:header|title|row|right|left|top|bottom|text|link|image|img|content|inner|item|head|footer|column|middle|center|column|article|home)$
    |pub[_-]?(?:date|time|info|lish|name|author|meta|year|title|type|id)|publi(?:c|e|sh|k|blog|cat)(?!idad|ite)|head-?line|address|admin|adobe|adapt|adjust|adult|without|hide|(?:remove|close|skip)-?ads?|advert(?:ise|ising)-?(?:link|with|page|nav|menu|item)
    |menu-item|nav-?item|icon|tag-|category-|post-\d|page-id|term-|(?:^|[_-])header[_-]?banner|cookie|consent|advice|loaded-adv|adv-?(?:search|filter)|advanced(?!-ads)|read-?adv|download|upload|road|head(?:er)?-ad(?:d|m)|(?:^|-)ads?-?text-?(?:color|align)|wp-block|elementor-element|widget_text|load-?more|ad-?hoc|adwords|adres|adoc|stellenanzeige|traueranzeige|kleinanzeige|anzeigenmarkt|familienanzeige|todesanzeige|jobanzeige|immobilienanzeige
    |sponsor|annonce-?immo|petites-?annonces|reklamation|reklamacj|publications?|publisher|skyscraper-?(?:img|image|city)""",
    re.IGNORECASE | re.VERBOSE,
)
#: A name that alone is no proof, because themes and scripts use it for other things.
WEAK_AD_NAME = late(
    r"^(?:banner|ad|ads|advert|adv|promo|skyscraper|billboard|leaderboard|rectangle|pub|publi|sponsor\w*|widget_?ad|superbanner|mpu|werbung)$",
    re.IGNORECASE,
)

#: A whole text that labels what follows it as advertising.
AD_LABEL = late(
    r"""^[\s\W_]*(?:advertise?ments?|advertising|ads?\sby\s[\w.]+|werbung|anzeige|werbe-?anzeige|advertentie|publicit[ée]|publicidad|publicidade|pubblicit[àa]|reklama?|reklame|ann?once|annons|mainos|hirdetés|reclam[ăa]|διαφήμιση|реклама|advertorial
    |広告|スポンサーリンク|スポンサード\s?リンク|広告\s?\(adsense\)|광고|广告|廣告|quảng\scáo|iklan|إعلان|פרסומת|sponsored\slinks?|ads|(?:story\s)?continues?\sbelow\s(?:this\s)?(?:advertisement|ad)|article\scontinues\s(?:below|after)\s(?:this\s)?(?:advertisement|ad)
    |(?:weiter|weiterlesen)\snach\s(?:der\s)?(?:anzeige|werbung)|la\spublicidad\scontinúa|continúa\s(?:leyendo\s)?tras\sla\spublicidad|la\ssuite\saprès\s(?:cette|la)\spublicité|(?:continua\s)?dopo\sla\spubblicità|lees\sverder\sonder\sde\sadvertentie|promoted\slinks|around\sthe\sweb|von\sder\sredaktion\sunabhängige\sanzeige|report\sthis\sad|about\sthese\sads|remove\sads|advertisement\s[-–—]\s.{0,30}|anzeige\s[-–—:]\s?)[\s\W_]*$""",
    re.IGNORECASE | re.VERBOSE,
)
#: Elements that exist for advertising only.
AD_TAGS = (
    "amp-ad",
    "amp-auto-ads",
    "amp-sticky-ad",
    "gpt-ad",
    "google-ad",
    "dfp-ad",
    "ad-slot",
    "ad-unit",
    "advertisement",
    "ad-container",
    "ad-banner",
    "htl-ad",
    "sda-ad",
)
#: Meta names that configure ad slots, and hosts that only pages with ad slots connect to in advance.
AD_META = (
    "doubleclick_adunit",
    "adunit",
    "ad-unit",
    "ad_unit",
    "dfp-adunit",
    "dfp_adunit",
    "adzone",
    "dfp:adunit",
    "gpt-adunit",
)
PRECONNECT = frozenset(["securepubads.g.doubleclick.net", "pubads.g.doubleclick.net", "tpc.googlesyndication.com", "adserver.adtech.de", "c.amazon-adsystem.com", "ib.adnxs.com", "acdn.adnxs.com", "cdn.taboola.com", "widgets.outbrain.com", "static.criteo.net", "bidder.criteo.com",
                        "ads.pubmatic.com", "fastlane.rubiconproject.com", "as-sec.casalemedia.com", "htlb.casalemedia.com", "www8.smartadserver.com", "scripts.mediavine.com", "ads.adthrive.com", "a.teads.tv", "imagesrv.adition.com"])  # fmt: skip
#: Addresses of a site's own banners with a counter of clicks.
CLICK_COUNTER = late(
    r"""/(?:ad|ads|banner|banners|werbung|bannerclick|adclick|adclicks|adredirect|bannerredirect|anzeige|anzeigen|publicidad|publicite|reklam[ae]?)(?:/|_|-)?(?:click|klick|clic|redirect|redir|goto|go|out|count|counter|track)\b
    |(?:adclick|bannerclick|banner_?klick|ck|click_?banner|bannerclk|adredirect|werbeklick|klick)\.(?:php|asp|aspx|cgi|pl|html?)\?|[?&](?:bannerid|banner_id|adid|ad_id|bannerid|oaparams|zoneid)=|/clickthrough\.|/aclk\?|/adview\?|/www/delivery/ck|/ads?/\d+/(?:click|go)""",
    re.IGNORECASE | re.VERBOSE,
)
