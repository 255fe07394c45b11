<?php
/**
 * Nothing of the plugin stays: not the key, not what was found.
 *
 * @package rights-check
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}
delete_option( 'rights_check_server' );
delete_option( 'rights_check_key' );
delete_post_meta_by_key( '_rights_check' );
