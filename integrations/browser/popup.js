/* The button's window: sends the page that it was pressed on, and shows the verdict.  All of it is set as text. */
import { LONGEST, check, settings } from './server.js';

const word = ( name, ...slots ) => chrome.i18n.getMessage( name, slots.map( String ) );
const at = ( id ) => document.getElementById( id );
const ORDER = [ 'violation', 'incomplete', 'advice' ];

document.documentElement.lang = chrome.i18n.getUILanguage();

function say( head, more = '' ) {
	at( 'head' ).textContent = head;
	at( 'more' ).textContent = more;
}

/** The open page as its reader sees it, scripts carried out. */
async function openPage() {
	const [ tab ] = await chrome.tabs.query( { active: true, lastFocusedWindow: true } );
	const [ { result } ] = await chrome.scripting.executeScript( {
		target: { tabId: tab.id },
		func: () => ( { address: location.href, html: document.documentElement.outerHTML } ),
	} );
	return result;
}

function paragraph( name, text ) {
	const made = document.createElement( name );
	made.textContent = text;
	return made;
}

function finding( one, publisher ) {
	const made = document.createElement( 'section' );
	made.className = `finding ${ ORDER.includes( one.verdict ) ? one.verdict : '' }`;
	made.append( paragraph( 'p', `${ word( one.verdict ) || one.verdict } · ${ publisher } · ${ one.clause }` ) );
	made.append( paragraph( 'p', one.message ) );
	if ( one.question ) {
		made.append( paragraph( 'p', one.question ) );
	}
	if ( one.remedy ) {
		const copy = paragraph( 'button', word( 'copy' ) );
		copy.addEventListener( 'click', () => navigator.clipboard.writeText( one.remedy ) );
		made.append( paragraph( 'p', word( 'paste' ) ), paragraph( 'pre', one.remedy ), copy );
	}
	return made;
}

function show( { result, link } ) {
	const verdict = result.summary.verdict;
	const errors = result.results.filter( ( one ) => one.error ).map( ( one ) => one.error );
	say( word( `verdict_${ verdict || 'none' }` ), errors.join( ' ' ) );
	document.body.dataset.verdict = verdict || 'none';
	const found = result.results.flatMap( ( one ) =>
		one.findings.filter( ( each ) => ORDER.includes( each.verdict ) ).map( ( each ) => [ each, one.policy?.publisher || '' ] )
	);
	found.sort( ( [ one ], [ other ] ) => ORDER.indexOf( one.verdict ) - ORDER.indexOf( other.verdict ) );
	at( 'findings' ).replaceChildren( ...found.map( ( [ one, publisher ] ) => finding( one, publisher ) ) );
	at( 'full' ).href = link;
	at( 'full' ).textContent = word( 'full' );
	at( 'full' ).hidden = false;
}

async function run() {
	const given = await settings();
	if ( ! given.server || ! given.key ) {
		say( word( 'unset' ) );
		const open = paragraph( 'button', word( 'options' ) );
		open.addEventListener( 'click', () => chrome.runtime.openOptionsPage() );
		at( 'findings' ).replaceChildren( open );
		document.body.dataset.verdict = 'unset';
		return;
	}
	say( word( 'waiting' ) );
	try {
		const { address, html } = await openPage();
		if ( ! /^https?:/.test( address ) ) {
			throw new Error( word( 'noPage' ) );
		}
		show( await check( given, {
			address: address.slice( 0, 2000 ),
			html: html.slice( 0, LONGEST ),
			language: chrome.i18n.getUILanguage().slice( 0, 2 ),
		} ) );
	} catch ( wrong ) {
		say( word( 'failed' ), wrong.message );
		document.body.dataset.verdict = 'failed';
	}
}

run();
