/* Fills the box of the check, after loading and after each save; in the block editor a notice names what was found. */
( function () {
	'use strict';

	const words = window.rightsCheckWords;
	const box = document.getElementById( 'rights-check-box' );
	if ( ! box ) {
		return;
	}
	const notices = () => ( window.wp.data && window.wp.data.dispatch( 'core/notices' ) ) || null;
	const NOTICE = 'rights-check';
	// How often a waiting check is asked for, in milliseconds, and how many times.
	const PAUSE = 1500;
	const TIMES = 40;

	/** Text only: what a server or a page says never becomes markup. */
	function element( name, text, kind ) {
		const made = document.createElement( name );
		made.textContent = text;
		if ( kind ) {
			made.className = kind;
		}
		return made;
	}

	function show( told ) {
		box.textContent = '';
		box.dataset.state = told.state;
		if ( told.state === 'failed' ) {
			box.append( element( 'p', words.failed + ' ' + told.why, 'notice notice-warning inline' ) );
		} else if ( told.state !== 'done' ) {
			box.append( element( 'p', words[ told.state ] || words.none ) );
		} else {
			const head = told.verdict === 'inapplicable' || ! told.verdict ? words.nothing : words[ told.verdict ];
			box.append( element( 'p', head, 'rights-check-verdict' ) );
			told.findings.forEach( ( one ) => box.append( finding( one ) ) );
		}
		announce( told );
	}

	function finding( one ) {
		const kind = one.verdict === 'violation' ? 'notice-error' : one.verdict === 'incomplete' ? 'notice-warning' : 'notice-info';
		const made = element( 'div', '', 'notice inline ' + kind );
		made.append( element( 'p', words[ one.verdict ] + ' · ' + one.publisher + ' · ' + one.clause ) );
		made.append( element( 'p', one.message ) );
		if ( one.question ) {
			made.append( element( 'p', one.question ) );
		}
		if ( one.remedy ) {
			made.append( element( 'p', words.paste ), element( 'code', one.remedy ) );
		}
		return made;
	}

	function announce( told ) {
		const store = notices();
		if ( ! store ) {
			return;
		}
		store.removeNotice( NOTICE );
		if ( told.state === 'failed' ) {
			store.createNotice( 'warning', words.failed + ' ' + told.why, { id: NOTICE } );
		} else if ( told.state === 'done' && told.findings.length ) {
			const kind = told.verdict === 'violation' ? 'error' : 'warning';
			store.createNotice( kind, words.findings.replace( '%d', String( told.findings.length ) ), { id: NOTICE } );
		}
	}

	let asking = 0;
	function ask( left, turn ) {
		window.wp.apiFetch( { path: '/rights-check/v1/posts/' + box.dataset.post } ).then(
			( told ) => {
				if ( turn !== asking ) {
					return;
				}
				show( told );
				if ( told.state === 'waiting' && left > 0 ) {
					window.setTimeout( () => ask( left - 1, turn ), PAUSE );
				}
			},
			( wrong ) => turn === asking && show( { state: 'failed', why: wrong.message || '' } )
		);
	}
	const begin = () => ask( TIMES, ++asking );
	begin();

	const editor = window.wp.data && window.wp.data.select( 'core/editor' );
	if ( editor && editor.isSavingPost ) {
		let saving = false;
		window.wp.data.subscribe( () => {
			const now = editor.isSavingPost() && ! editor.isAutosavingPost();
			if ( saving && ! now ) {
				begin();
			}
			saving = now;
		} );
	}
}() );
