<?php
/**
 * As much of WordPress as the plugin calls, for one request: reads a scenario (JSON) from standard input, does what it
 * says, and prints what came of it.  Requests to the server of checks are real ones.
 */
error_reporting( E_ALL );
set_error_handler( function ( $number, $text, $file, $line ) { throw new ErrorException( $text, 0, $number, $file, $line ); } );
define( 'ABSPATH', __DIR__ . '/' );

$scenario = json_decode( stream_get_contents( STDIN ), true );
$options  = $scenario['options'];
$meta     = $scenario['meta'] ?? array();
$autoload = array();
$hooks    = array();
$routes   = array();
$errors   = array();

class WP_Error {
	public $code;
	public $message;
	public function __construct( $code, $message ) { $this->code = $code; $this->message = $message; }
	public function get_error_message() { return $this->message; }
}
function is_wp_error( $thing ) { return $thing instanceof WP_Error; }
function add_action( $name, $what ) { $GLOBALS['hooks'][ $name ][] = $what; }
function register_activation_hook( $file, $what ) { $what(); }
function apply_filters( $name, $value ) { return 'the_content' === $name ? '<p>' . $value . '</p>' : $value; }
function __( $text ) { return $text; }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html__( $text ) { return esc_html( $text ); }
function esc_url_raw( $url, $schemes ) { return in_array( parse_url( $url, PHP_URL_SCHEME ), $schemes, true ) ? $url : ''; }
function untrailingslashit( $text ) { return rtrim( $text, '/' ); }
function add_settings_error( $setting, $code, $text ) { $GLOBALS['errors'][] = $text; }
function get_option( $name, $default = false ) { return $GLOBALS['options'][ $name ] ?? $default; }
function add_option( $name, $value, $old, $load ) { $GLOBALS['options'] += array( $name => $value ); $GLOBALS['autoload'][ $name ] = $load; }
function get_bloginfo( $what ) { return 'language' === $what ? 'en-GB' : 'Valley <Notes>'; }
function get_the_author_meta( $what, $id ) { return 'Ann & Ben'; }
function get_permalink( $post ) { return 'https://valley.example/?p=' . $post->ID; }
function get_user_locale() { return $GLOBALS['scenario']['locale'] ?? 'en_GB'; }
function wp_json_encode( $value ) { return json_encode( $value ); }
function wp_is_post_revision( $id ) { return $GLOBALS['scenario']['revision'] ?? false; }
function wp_is_post_autosave( $id ) { return false; }
function current_user_can( $what, $id = 0 ) { return in_array( $what, $GLOBALS['scenario']['may'], true ); }
function wp_slash( $value ) { return is_array( $value ) ? array_map( 'wp_slash', $value ) : ( is_string( $value ) ? addslashes( $value ) : $value ); }
function wp_unslash( $value ) { return is_array( $value ) ? array_map( 'wp_unslash', $value ) : ( is_string( $value ) ? stripslashes( $value ) : $value ); }
function update_post_meta( $id, $key, $value ) { $GLOBALS['meta'][ $id ] = wp_unslash( $value ); }
function get_post_meta( $id, $key, $single ) { return $GLOBALS['meta'][ $id ] ?? ''; }
function register_rest_route( $space, $path, $route ) { $GLOBALS['routes'][ $path ] = $route; }
function rest_ensure_response( $value ) { return $value; }

function wp_remote_request( $url, $given ) {
	$GLOBALS['asked'][] = array( 'url' => $url, 'timeout' => $given['timeout'], 'redirection' => $given['redirection'] );
	$headers = array();
	foreach ( $given['headers'] as $name => $value ) {
		$headers[] = "$name: $value";
	}
	$context = stream_context_create( array( 'http' => array(
		'method' => $given['method'], 'header' => $headers, 'content' => $given['body'] ?? '', 'timeout' => $given['timeout'],
		'ignore_errors' => true, 'follow_location' => 0,
	) ) );
	try {
		$body = file_get_contents( $url, false, $context );
	} catch ( ErrorException $wrong ) {
		return new WP_Error( 'http_request_failed', 'cURL error 7: could not connect' );
	}
	return array( 'code' => (int) explode( ' ', $http_response_header[0] )[1], 'body' => $body );
}
function wp_remote_retrieve_response_code( $answer ) { return $answer['code']; }
function wp_remote_retrieve_body( $answer ) { return $answer['body']; }

require $scenario['plugin'];

$told = array();
foreach ( $scenario['steps'] as $step ) {
	if ( 'save' === $step ) {
		rights_check_saved( $scenario['post']['ID'], (object) $scenario['post'] );
		$told[] = $meta[ $scenario['post']['ID'] ] ?? null;
	} elseif ( 'ask' === $step ) {
		foreach ( $hooks['rest_api_init'] as $hook ) {
			$hook();
		}
		$route   = current( $routes );
		$request = array( 'id' => (string) $scenario['post']['ID'] );
		$state   = null;
		for ( $turn = 0; $turn < 200; $turn++ ) {
			if ( ! $route['permission_callback']( $request ) ) {
				$state = 'forbidden';
				break;
			}
			$state = $route['callback']( $request );
			if ( 'waiting' !== $state['state'] ) {
				break;
			}
			usleep( 100000 );
		}
		$told[] = $state;
	} elseif ( 'settings' === $step ) {
		$told[] = array(
			array_map( 'rights_check_server_given', $scenario['servers'] ), array_map( 'rights_check_key_given', $scenario['keys'] ),
		);
	} elseif ( 'html' === $step ) {
		$told[] = rights_check_html( (object) $scenario['post'] );
	}
}
echo json_encode( array( 'told' => $told, 'asked' => $asked ?? array(), 'autoload' => $autoload, 'errors' => $errors ) );
