<?php
/**
 * The plugin's two settings: the server's address, and a key to its API that may read.
 *
 * @package rights-check
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Neither option is loaded with every page: the key is read only where it is sent. */
function rights_check_installed() {
	add_option( 'rights_check_server', '', '', 'no' );
	add_option( 'rights_check_key', '', '', 'no' );
}
register_activation_hook( __DIR__ . '/rights-check.php', 'rights_check_installed' );

/**
 * The server's address without its last slash; what is no address of the web keeps the old one.
 *
 * @param mixed $given What was typed.
 * @return string
 */
function rights_check_server_given( $given ) {
	$address = esc_url_raw( trim( (string) $given ), array( 'http', 'https' ) );
	if ( '' === $address && '' !== trim( (string) $given ) ) {
		add_settings_error( 'rights_check_server', 'address', __( 'The address must begin with https:// or http://.', 'rights-check' ) );
		return (string) get_option( 'rights_check_server', '' );
	}
	return untrailingslashit( $address );
}

/**
 * The key; an empty field keeps the old one, since the page never shows it.
 *
 * @param mixed $given What was typed.
 * @return string
 */
function rights_check_key_given( $given ) {
	$key = trim( (string) $given );
	if ( '' === $key ) {
		return (string) get_option( 'rights_check_key', '' );
	}
	if ( ! preg_match( '/^rk_[A-Za-z0-9_-]{20,200}$/', $key ) ) {
		add_settings_error( 'rights_check_key', 'key', __( 'A key begins with rk_: make one on the account page of your server.', 'rights-check' ) );
		return (string) get_option( 'rights_check_key', '' );
	}
	return $key;
}

/** The settings, as WordPress keeps them: its own nonce, and only for who may manage options. */
function rights_check_settings() {
	rights_check_installed();
	register_setting( 'rights_check', 'rights_check_server', array( 'type' => 'string', 'sanitize_callback' => 'rights_check_server_given' ) );
	register_setting( 'rights_check', 'rights_check_key', array( 'type' => 'string', 'sanitize_callback' => 'rights_check_key_given' ) );
}
add_action( 'admin_init', 'rights_check_settings' );

/** The page under Settings. */
function rights_check_menu() {
	add_options_page( __( 'Rights check', 'rights-check' ), __( 'Rights check', 'rights-check' ), 'manage_options', 'rights-check', 'rights_check_page' );
}
add_action( 'admin_menu', 'rights_check_menu' );

/** What it shows. */
function rights_check_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$set = '' !== (string) get_option( 'rights_check_key', '' );
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Rights check', 'rights-check' ); ?></h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'rights_check' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="rights_check_server"><?php esc_html_e( 'Address of your server', 'rights-check' ); ?></label></th>
					<td><input class="regular-text" type="url" id="rights_check_server" name="rights_check_server" placeholder="https://rights.example" value="<?php echo esc_attr( get_option( 'rights_check_server', '' ) ); ?>"></td>
				</tr>
				<tr>
					<th scope="row"><label for="rights_check_key"><?php esc_html_e( 'Key (scope: read)', 'rights-check' ); ?></label></th>
					<td><input class="regular-text" type="password" autocomplete="off" id="rights_check_key" name="rights_check_key" placeholder="<?php echo $set ? esc_attr__( 'set; type another to change it', 'rights-check' ) : 'rk_…'; ?>" value=""></td>
				</tr>
			</table>
			<p><?php esc_html_e( 'The text of each post that is saved is sent to this server, and to no other.', 'rights-check' ); ?></p>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
