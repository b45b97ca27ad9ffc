<?php
/**
 * Loads the plugin with the few functions of WordPress that its rules and its payload use, and prints as JSON what a
 * function of it gives: wordpress-plugin.php FUNCTION ARGUMENTS-AS-JSON. An object among the arguments is a post.
 */

define( 'ABSPATH', __DIR__ );

class WP_Post {
	public $ID                = 1207;
	public $post_author       = '3';
	public $post_type         = 'post';
	public $post_status       = 'publish';
	public $post_password     = '';
	public $post_name         = 'ferries-sail-again';
	public $post_title        = 'Ferries sail again &#8211; storm &amp; tide over';
	public $post_content      = "<!-- wp:paragraph -->\n<p>Ferries from Skarholm sailed again on Monday after a storm had kept 340 passengers ashore, the port authority said.</p>\n<!-- /wp:paragraph -->";
	public $post_excerpt      = '';
	public $post_date_gmt     = '2025-12-22 08:00:00';
	public $post_modified_gmt = '2025-12-22 08:00:05';
}

class WP_Term {
	public $name;
	public $slug;
	public $taxonomy;

	public function __construct( $name, $slug, $taxonomy ) {
		list( $this->name, $this->slug, $this->taxonomy ) = array( $name, $slug, $taxonomy );
	}
}

function add_action() {}
function register_activation_hook() {}
function register_deactivation_hook() {}
function register_uninstall_hook() {}
function setup_postdata() {}

function apply_filters( $hook, $value ) {
	return 'the_content' === $hook ? trim( preg_replace( '/<!-- .*? -->/', '', $value ) ) : $value;
}

function get_permalink( $post ) {
	return "https://courier.example/2025/12/{$post->post_name}/";
}

function get_the_title( $post ) {
	return $post->post_title;
}

function get_the_author_meta() {
	return 'Ida Holm';
}

function get_the_terms( $post, $taxonomy ) {
	return 'category' === $taxonomy
		? array( new WP_Term( 'Transport &amp; travel', 'transport', $taxonomy ), new WP_Term( 'Uncategorized', 'uncategorized', $taxonomy ) )
		: array( new WP_Term( 'Skarholm', 'skarholm', $taxonomy ) );
}

function to_argument( $json ) {
	if ( ! is_object( $json ) ) {
		return $json;
	}
	$post = new WP_Post();
	foreach ( (array) $json as $name => $value ) {
		$post->$name = $value;
	}
	return $post;
}

require dirname( __DIR__, 2 ) . '/integrations/wordpress/dateline.php';

echo json_encode( call_user_func_array( $argv[1], array_map( 'to_argument', json_decode( $argv[2] ) ) ) );
