/* Where one's own server is, and the key to it: kept in this browser only. */
import { addressOf, settings } from './server.js';

const word = ( name ) => chrome.i18n.getMessage( name );
const at = ( id ) => document.getElementById( id );

document.documentElement.lang = chrome.i18n.getUILanguage();
for ( const one of document.querySelectorAll( '[data-word]' ) ) {
	one.textContent = word( one.dataset.word );
}

settings().then( ( { server, key } ) => {
	at( 'server' ).value = server;
	at( 'key' ).placeholder = key ? word( 'keySet' ) : 'rk_…';
} );

at( 'form' ).addEventListener( 'submit', async ( event ) => {
	event.preventDefault();
	const typed = at( 'key' ).value.trim();
	try {
		const server = addressOf( at( 'server' ).value );
		if ( typed && ! /^rk_[\w-]{20,200}$/.test( typed ) ) {
			throw new Error( 'key' );
		}
		const before = await settings();
		// A key belongs to its server: another server never gets the old one.
		const key = typed || ( before.server === server ? before.key : '' );
		await chrome.storage.local.set( { server, key } );
		at( 'key' ).value = '';
		at( 'key' ).placeholder = key ? word( 'keySet' ) : 'rk_…';
		at( 'said' ).textContent = word( key ? 'saved' : 'keyMissing' );
	} catch ( wrong ) {
		at( 'said' ).textContent = word( wrong.message === 'key' ? 'keyWrong' : 'addressWrong' );
	}
} );
