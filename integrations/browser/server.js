/* The server of checks: what is asked of it, and what can go wrong. */

// How long one request may take, and how often and how many times a waiting check is asked for, in milliseconds.
const PATIENCE = 15000;
const PAUSE = 700;
const TIMES = 120;
// Characters of a page that are sent: what the server takes.
export const LONGEST = 3000000;

/** The server's address without its last slash; throws where it is none of the web's. */
export function addressOf( typed ) {
	const address = new URL( typed.trim() );
	const local = [ '127.0.0.1', 'localhost' ].includes( address.hostname );
	if ( address.protocol !== 'https:' && ! ( address.protocol === 'http:' && local ) ) {
		throw new Error( 'address' );
	}
	return address.origin + address.pathname.replace( /\/+$/, '' );
}

export async function settings() {
	const { server = '', key = '' } = await chrome.storage.local.get( [ 'server', 'key' ] );
	return { server, key };
}

async function ask( { server, key }, path, body ) {
	const answer = await fetch( `${ server }/api/v1/${ path }`, {
		method: body ? 'POST' : 'GET',
		headers: { Authorization: `Bearer ${ key }`, ...( body ? { 'Content-Type': 'application/json' } : {} ) },
		body: body ? JSON.stringify( body ) : undefined,
		credentials: 'omit',
		redirect: 'error',
		referrerPolicy: 'no-referrer',
		signal: AbortSignal.timeout( PATIENCE ),
	} );
	const told = await answer.json().catch( () => ( {} ) );
	if ( ! answer.ok ) {
		throw new Error( typeof told.detail === 'string' ? told.detail : `HTTP ${ answer.status }` );
	}
	return told;
}

/** Has a page checked; gives the result in the form of  rights check --format json,  and the link under which it is kept. */
export async function check( given, page ) {
	const { check: token } = await ask( given, 'checks', page );
	for ( let turn = 0; turn < TIMES; turn++ ) {
		const told = await ask( given, `checks/${ encodeURIComponent( token ) }` );
		if ( told.result ) {
			return { result: told.result, link: `${ given.server }/check/${ encodeURIComponent( token ) }` };
		}
		await new Promise( ( go ) => setTimeout( go, PAUSE ) );
	}
	throw new Error( 'timeout' );
}
