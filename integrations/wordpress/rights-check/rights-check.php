<?php
/**
 * Plugin Name: Rights check
 * Description: Checks each post on save against the terms of the publishers whose work it carries, and shows what is missing beside the editor.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: Apache-2.0
 * Text Domain: rights-check
 *
 * Saving a post asks your own server (rights serve) for a check and never waits for it nor depends on it: where the
 * server does not answer, the post is saved all the same and the box says that it could not be checked.
 *
 * @package rights-check
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const RIGHTS_CHECK_META    = '_rights_check';
const RIGHTS_CHECK_TIMEOUT = 5;
// Bytes of one answer that are read, and characters of one post that are sent: what the server takes.
const RIGHTS_CHECK_LARGEST = 2097152;
const RIGHTS_CHECK_LONGEST = 3000000;

require __DIR__ . '/settings.php';

/**
 * The post as the page that readers will get: headline, author, text with its blocks and short codes carried out.
 *
 * @param WP_Post $post The post.
 * @return string HTML.
 */
function rights_check_html( $post ) {
	$author = get_the_author_meta( 'display_name', $post->post_author );
	$html   = '<!doctype html><html lang="' . esc_attr( get_bloginfo( 'language' ) ) . '"><head><meta charset="utf-8"><title>'
		. esc_html( $post->post_title ) . '</title><meta property="og:site_name" content="' . esc_attr( get_bloginfo( 'name' ) )
		. '"></head><body><article><h1>' . esc_html( $post->post_title ) . '</h1>'
		. ( '' === $author ? '' : '<p class="byline">' . esc_html( $author ) . '</p>' )
		. apply_filters( 'the_content', $post->post_content ) . '</article></body></html>';
	/** Filters what is sent, for themes that show more or less than this. */
	return (string) apply_filters( 'rights_check_html', $html, $post );
}

/**
 * Ask the server.
 *
 * @param string     $path What is asked for, below /api/v1/.
 * @param array|null $body What is sent; null to read.
 * @return array|WP_Error The answer, or why there is none.
 */
function rights_check_ask( $path, $body = null ) {
	$server = (string) get_option( 'rights_check_server', '' );
	$key    = (string) get_option( 'rights_check_key', '' );
	if ( '' === $server || '' === $key ) {
		return new WP_Error( 'rights_check_unset', __( 'no server is set: see Settings, Rights check', 'rights-check' ) );
	}
	$given = array(
		'method'              => null === $body ? 'GET' : 'POST',
		'timeout'             => RIGHTS_CHECK_TIMEOUT,
		'redirection'         => 0, // The key goes to no other host.
		'limit_response_size' => RIGHTS_CHECK_LARGEST,
		'headers'             => array(
			'Authorization' => 'Bearer ' . $key,
			'Content-Type'  => 'application/json',
			'Accept'        => 'application/json',
		),
	);
	if ( null !== $body ) {
		$given['body'] = wp_json_encode( $body );
	}
	$answer = wp_remote_request( $server . '/api/v1/' . $path, $given );
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	$told   = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( $status < 200 || $status > 299 || ! is_array( $told ) ) {
		$detail = is_array( $told ) && isset( $told['detail'] ) && is_string( $told['detail'] ) ? ': ' . $told['detail'] : '';
		/* translators: %1$d is an HTTP status, %2$s what the server said. */
		return new WP_Error( 'rights_check_answer', sprintf( __( 'the server answered %1$d%2$s', 'rights-check' ), $status, $detail ) );
	}
	return $told;
}

/**
 * Begin the check of a post that was saved.
 *
 * @param int     $post_id Its number.
 * @param WP_Post $post    The post.
 */
function rights_check_saved( $post_id, $post ) {
	$kinds = (array) apply_filters( 'rights_check_post_types', array( 'post', 'page' ) );
	if (
		wp_is_post_revision( $post_id ) || wp_is_post_autosave( $post_id ) || ! in_array( $post->post_type, $kinds, true )
		|| in_array( $post->post_status, array( 'auto-draft', 'trash' ), true ) || '' === trim( $post->post_content )
		|| ! current_user_can( 'edit_post', $post_id )
	) {
		return;
	}
	$html = rights_check_html( $post );
	if ( strlen( $html ) > RIGHTS_CHECK_LONGEST ) {
		$asked = new WP_Error( 'rights_check_long', __( 'the post is too long', 'rights-check' ) );
	} else {
		$asked = rights_check_ask(
			'checks',
			array(
				'address'  => (string) get_permalink( $post ),
				'html'     => $html,
				'language' => substr( get_user_locale(), 0, 2 ),
			)
		);
	}
	if ( ! is_wp_error( $asked ) && ! ( isset( $asked['check'] ) && is_string( $asked['check'] ) ) ) {
		$asked = new WP_Error( 'rights_check_answer', __( 'the server answered something else', 'rights-check' ) );
	}
	$kept = is_wp_error( $asked )
		? array( 'state' => 'failed', 'why' => $asked->get_error_message() )
		: array( 'state' => 'waiting', 'check' => $asked['check'] );
	update_post_meta( $post_id, RIGHTS_CHECK_META, wp_slash( $kept + array( 'at' => time() ) ) );
}
add_action( 'wp_after_insert_post', 'rights_check_saved', 10, 2 );

/**
 * What is known of a post; a check that was waiting is asked for again.
 *
 * @param int $post_id Its number.
 * @return array state (none, waiting, failed, done), and why, at, verdict, findings.
 */
function rights_check_state( $post_id ) {
	$kept = get_post_meta( $post_id, RIGHTS_CHECK_META, true );
	if ( ! is_array( $kept ) || ! isset( $kept['state'] ) ) {
		return array( 'state' => 'none' );
	}
	if ( 'waiting' !== $kept['state'] ) {
		return $kept;
	}
	$told = rights_check_ask( 'checks/' . rawurlencode( $kept['check'] ) );
	if ( ! is_wp_error( $told ) && empty( $told['result'] ) ) {
		return $kept;
	}
	$new = is_wp_error( $told )
		? array( 'state' => 'failed', 'why' => $told->get_error_message() )
		: rights_check_told( $told['result'] );
	$new = $new + array( 'at' => $kept['at'] );
	update_post_meta( $post_id, RIGHTS_CHECK_META, wp_slash( $new ) );
	return $new;
}

/**
 * The part of an answer that is kept: text only, bounded.
 *
 * @param array $answer In the form of rights check --format json.
 * @return array verdict and findings, the worst first; or why there are none.
 */
function rights_check_told( $answer ) {
	$ranks    = array( 'violation' => 0, 'incomplete' => 1, 'advice' => 2 );
	$findings = array();
	$results  = isset( $answer['results'] ) && is_array( $answer['results'] ) ? $answer['results'] : array();
	foreach ( $results as $result ) {
		if ( ! empty( $result['error'] ) ) {
			return array( 'state' => 'failed', 'why' => rights_check_text( $result['error'] ) );
		}
		$publisher = isset( $result['policy']['publisher'] ) ? $result['policy']['publisher'] : '';
		foreach ( isset( $result['findings'] ) && is_array( $result['findings'] ) ? $result['findings'] : array() as $one ) {
			if ( isset( $one['verdict'], $ranks[ $one['verdict'] ] ) ) {
				$findings[] = array(
					'verdict'   => $one['verdict'],
					'publisher' => rights_check_text( $publisher ),
					'clause'    => rights_check_text( isset( $one['clause'] ) ? $one['clause'] : '' ),
					'message'   => rights_check_text( isset( $one['message'] ) ? $one['message'] : '' ),
					'remedy'    => rights_check_text( isset( $one['remedy'] ) ? $one['remedy'] : '' ),
					'question'  => rights_check_text( isset( $one['question'] ) ? $one['question'] : '' ),
				);
			}
		}
	}
	usort(
		$findings,
		function ( $one, $other ) use ( $ranks ) {
			return $ranks[ $one['verdict'] ] - $ranks[ $other['verdict'] ];
		}
	);
	$verdict = isset( $answer['summary']['verdict'] ) ? rights_check_text( $answer['summary']['verdict'] ) : '';
	return array( 'state' => 'done', 'verdict' => $verdict, 'findings' => array_slice( $findings, 0, 50 ) );
}

/**
 * Text of the server's, no longer than a paragraph.
 *
 * @param mixed $value What it sent.
 * @return string
 */
function rights_check_text( $value ) {
	return is_string( $value ) ? mb_substr( $value, 0, 2000 ) : '';
}

/** The editor's own way to the state of a post: its cookie, its nonce, and the right to edit that post. */
function rights_check_routes() {
	register_rest_route(
		'rights-check/v1',
		'/posts/(?P<id>\d+)',
		array(
			'methods'             => 'GET',
			'permission_callback' => function ( $request ) {
				return current_user_can( 'edit_post', (int) $request['id'] );
			},
			'callback'            => function ( $request ) {
				$state = rights_check_state( (int) $request['id'] );
				unset( $state['check'] );
				return rest_ensure_response( $state );
			},
		)
	);
}
add_action( 'rest_api_init', 'rights_check_routes' );

/** The box beside or below the editor, in both editors. */
function rights_check_boxes() {
	$kinds = (array) apply_filters( 'rights_check_post_types', array( 'post', 'page' ) );
	add_meta_box( 'rights-check', __( 'Rights check', 'rights-check' ), 'rights_check_box', $kinds, 'normal', 'high' );
}
add_action( 'add_meta_boxes', 'rights_check_boxes' );

/**
 * The box's place; editor.js fills it and goes on asking while a check waits.
 *
 * @param WP_Post $post The post.
 */
function rights_check_box( $post ) {
	printf(
		'<div id="rights-check-box" data-post="%d" aria-live="polite"><p>%s</p></div>',
		(int) $post->ID,
		esc_html__( 'This post is checked when it is saved.', 'rights-check' )
	);
}

/**
 * The script of the editor's pages.
 *
 * @param string $page The admin page.
 */
function rights_check_scripts( $page ) {
	if ( 'post.php' !== $page && 'post-new.php' !== $page ) {
		return;
	}
	wp_enqueue_script( 'rights-check', plugins_url( 'editor.js', __FILE__ ), array( 'wp-api-fetch', 'wp-data', 'wp-notices' ), '0.1.0', true );
	wp_localize_script(
		'rights-check',
		'rightsCheckWords',
		array(
			'none'       => __( 'This post is checked when it is saved.', 'rights-check' ),
			'waiting'    => __( 'The check is under way …', 'rights-check' ),
			'failed'     => __( 'This post was saved, and could not be checked:', 'rights-check' ),
			'violation'  => __( 'Not in order', 'rights-check' ),
			'incomplete' => __( 'A person must look', 'rights-check' ),
			'advice'     => __( 'Asked for, not demanded', 'rights-check' ),
			'pass'       => __( 'In order', 'rights-check' ),
			'nothing'    => __( 'No known work of another publisher was found in it.', 'rights-check' ),
			'paste'      => __( 'To be in order:', 'rights-check' ),
			'findings'   => __( 'Rights check: %d to look at, listed below the text', 'rights-check' ),
		)
	);
}
add_action( 'admin_enqueue_scripts', 'rights_check_scripts' );
