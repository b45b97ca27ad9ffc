<?php
/**
 * Plugin Name:       Dateline
 * Description:       Sends posts to a Dateline server when they are published, changed, unpublished, trashed, restored or deleted.
 * Version:           0.1.0
 * Requires at least: 5.6
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       dateline
 *
 * An event is written to a table first and sent when WordPress has answered. What cannot be sent stays in the table, in
 * order, and WP-Cron tries again. Each delivery keeps its id, so Dateline takes one that comes twice as one.
 *
 * @package Dateline
 */

defined( 'ABSPATH' ) || exit;

const DATELINE_SCHEMA       = '1';
const DATELINE_GIVE_UP      = 7 * 86400; // Seconds after which a delivery is not tried again by itself.
const DATELINE_RUN          = 20;        // Seconds that WP-Cron may send for at a time.
const DATELINE_RUN_SHUTDOWN = 5;         // The same after a page, which some servers keep open as long.

/* What is sent. */

/** Whether the public can read it. */
function dateline_is_public( WP_Post $post ): bool {
	return 'publish' === $post->post_status && '' === $post->post_password;
}

/** What a saved post tells Dateline: "save", "unpublish", or null where readers saw it neither before nor after. */
function dateline_event( WP_Post $post, ?WP_Post $before ): ?string {
	if ( dateline_is_public( $post ) ) {
		return 'save';
	}
	return null !== $before && dateline_is_public( $before ) ? 'unpublish' : null;
}

/** A public post as the REST API gives it, with what _embed adds, also for types that are not in the REST API. */
function dateline_payload( WP_Post $post ): array {
	$before = $GLOBALS['post'] ?? null;
	// Shortcodes and blocks ask for the post of the loop.
	$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	setup_postdata( $post );
	$content         = apply_filters( 'the_content', $post->post_content );
	$GLOBALS['post'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	if ( $before instanceof WP_Post ) {
		setup_postdata( $before );
	}
	$payload = array(
		'id'           => $post->ID,
		'type'         => $post->post_type,
		'status'       => $post->post_status,
		// A post without a slug has the address of the front page.
		'link'         => '' === $post->post_name ? null : get_permalink( $post ),
		'date_gmt'     => dateline_time( $post->post_date_gmt ),
		'modified_gmt' => dateline_time( $post->post_modified_gmt ),
		'title'        => array( 'rendered' => get_the_title( $post ) ),
		'content'      => array( 'rendered' => $content ),
		'excerpt'      => array( 'raw' => $post->post_excerpt ),
		'_embedded'    => array(
			'author'  => array( array( 'name' => get_the_author_meta( 'display_name', (int) $post->post_author ) ) ),
			'wp:term' => array( dateline_terms( $post, 'category' ), dateline_terms( $post, 'post_tag' ) ),
		),
	);
	/**
	 * Filters what Dateline is sent: a site with translations adds 'lang', one with guest authors replaces
	 * $payload['_embedded']['author'].
	 */
	return (array) apply_filters( 'dateline_post', $payload, $post );
}

/** A time of the database in the form of the REST API; a draft that was published by wp_publish_post() has none. */
function dateline_time( string $time ): ?string {
	return 0 === strpos( $time, '0000' ) ? null : str_replace( ' ', 'T', $time );
}

function dateline_terms( WP_Post $post, string $taxonomy ): array {
	$terms = get_the_terms( $post, $taxonomy );
	$read  = static function ( WP_Term $term ): array {
		return array( 'name' => $term->name, 'slug' => $term->slug, 'taxonomy' => $term->taxonomy );
	};
	return is_array( $terms ) ? array_map( $read, $terms ) : array();
}

/* When. */

/** After a post was saved with its terms, however it was: editor, REST API, WP-Cron, WP-CLI. */
function dateline_on_save( int $post_id, WP_Post $post, bool $update, ?WP_Post $before ): void {
	$event = dateline_event( $post, $before );
	if ( null === $event || ! dateline_sends( $post ) ) {
		return;
	}
	if ( 'save' === $event ) {
		dateline_enqueue( $post_id, $event, dateline_payload( $post ) );
		return;
	}
	dateline_enqueue( $post_id, $event, dateline_removed( $post, $post->post_modified_gmt ) );
}

function dateline_on_delete( int $post_id, WP_Post $post ): void {
	if ( 'auto-draft' !== $post->post_status && dateline_sends( $post ) ) {
		dateline_enqueue( $post_id, 'delete', dateline_removed( $post, current_time( 'mysql', true ) ) );
	}
}

function dateline_removed( WP_Post $post, string $time ): array {
	return array(
		'id'           => $post->ID,
		'type'         => $post->post_type,
		'status'       => $post->post_status,
		'modified_gmt' => dateline_time( $time ),
	);
}

function dateline_settings(): array {
	$settings = (array) get_option( 'dateline_settings', array() );
	return $settings + array( 'url' => '', 'secret' => '', 'post_types' => array( 'post' ) );
}

function dateline_sends( WP_Post $post ): bool {
	$settings = dateline_settings();
	return '' !== $settings['url'] && in_array( $post->post_type, $settings['post_types'], true );
}

/* The queue. */

function dateline_table(): string {
	return $GLOBALS['wpdb']->prefix . 'dateline_deliveries';
}

function dateline_enqueue( int $post_id, string $event, array $post ): void {
	global $wpdb;
	$row = array(
		'delivery_id' => wp_generate_uuid4(),
		'post_id'     => $post_id,
		// Without JSON_UNESCAPED_UNICODE it is ASCII, which fits a table of any character set.
		'payload'     => wp_json_encode( compact( 'event', 'post' ), JSON_INVALID_UTF8_SUBSTITUTE ),
		'created'     => time(),
	);
	if ( ! $wpdb->insert( dateline_table(), $row ) ) {
		error_log( "Dateline: post $post_id was not queued: {$wpdb->last_error}" ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		return;
	}
	if ( ! wp_next_scheduled( 'dateline_send' ) ) {
		// Should this process end before it has sent.
		wp_schedule_single_event( time() + MINUTE_IN_SECONDS, 'dateline_send' );
	}
	// When Dateline could not be reached, WP-Cron goes on, so that editors do not wait for a server that is down.
	if ( ! $wpdb->get_var( 'SELECT 1 FROM ' . dateline_table() . ' WHERE failed = 0 AND attempts > 0 LIMIT 1' ) ) { // phpcs:ignore WordPress.DB
		add_action( 'shutdown', 'dateline_on_shutdown' );
	}
}

function dateline_on_shutdown(): void {
	if ( function_exists( 'fastcgi_finish_request' ) ) {
		fastcgi_finish_request();
	}
	dateline_send( DATELINE_RUN_SHUTDOWN );
}

/** Seconds before the next attempt: 1, 2, 4, 8, then 10 minutes. */
function dateline_pause( int $attempts ): int {
	return (int) min( 60 * 2 ** min( max( $attempts, 1 ) - 1, 10 ), 600 );
}

/** What an answer's status means: "done"; "refused", which the same payload always would be; or "later". */
function dateline_verdict( int $status ): string {
	if ( $status >= 200 && $status < 300 ) {
		return 'done';
	}
	return in_array( $status, array( 400, 413, 415, 422 ), true ) ? 'refused' : 'later';
}

/** Sends what waits, oldest first, until something cannot be sent or the time is up. */
function dateline_send( int $seconds = DATELINE_RUN ): void {
	global $wpdb;
	$table = dateline_table();
	$until = time() + $seconds;
	$held  = array( 0 ); // Posts with a delivery that must come before the others.
	$pause = 0;
	while ( time() < $until && '' !== dateline_settings()['url'] ) {
		$not = implode( ',', array_map( 'intval', $held ) );
		$row = $wpdb->get_row( "SELECT * FROM $table WHERE failed = 0 AND post_id NOT IN ($not) ORDER BY id LIMIT 1" ); // phpcs:ignore WordPress.DB
		if ( null === $row ) {
			break;
		}
		list( $status, $error ) = dateline_deliver( $row, min( 10, $seconds ) );
		$verdict                = dateline_verdict( $status );
		if ( 'done' === $verdict ) {
			$wpdb->delete( $table, array( 'id' => $row->id ) );
			continue;
		}
		$failed  = 'refused' === $verdict || time() - (int) $row->created > DATELINE_GIVE_UP;
		$changes = array( 'attempts' => $row->attempts + 1, 'error' => $error, 'failed' => (int) $failed );
		$wpdb->update( $table, $changes, array( 'id' => $row->id ) );
		if ( $failed ) {
			continue;
		}
		$pause = max( $pause, dateline_pause( $row->attempts + 1 ) );
		if ( $status < 500 ) {
			break; // Nobody answers, or it is the settings: the others would fare no better.
		}
		$held[] = (int) $row->post_id;
	}
	wp_clear_scheduled_hook( 'dateline_send' );
	if ( $wpdb->get_var( "SELECT 1 FROM $table WHERE failed = 0 LIMIT 1" ) ) { // phpcs:ignore WordPress.DB
		wp_schedule_single_event( time() + $pause, 'dateline_send' );
	}
}

/** Posts one delivery. Returns the status of the answer, 0 where none came, and the error in words. */
function dateline_deliver( object $row, int $timeout ): array {
	$settings = dateline_settings();
	$answer   = wp_remote_post(
		$settings['url'],
		array(
			'timeout'     => $timeout,
			'redirection' => 0, // The secret is for this address only.
			'headers'     => array(
				'Authorization'   => 'Bearer ' . $settings['secret'],
				'Content-Type'    => 'application/json',
				'Idempotency-Key' => $row->delivery_id,
			),
			'body'        => $row->payload,
		)
	);
	if ( is_wp_error( $answer ) ) {
		return array( 0, $answer->get_error_message() );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	$body   = json_decode( wp_remote_retrieve_body( $answer ), true );
	return array( $status, $status . ' ' . ( is_array( $body ) && isset( $body['message'] ) ? $body['message'] : '' ) );
}

/* Installation. */

/** Makes the table where it is missing: after activation, also of a whole network, and after an update. */
function dateline_install(): void {
	if ( get_option( 'dateline_schema' ) === DATELINE_SCHEMA ) {
		return;
	}
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	dbDelta(
		'CREATE TABLE ' . dateline_table() . ' (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			delivery_id char(36) NOT NULL,
			post_id bigint(20) unsigned NOT NULL,
			payload longtext NOT NULL,
			created bigint(20) unsigned NOT NULL,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			failed tinyint(1) NOT NULL DEFAULT 0,
			error text NULL,
			PRIMARY KEY  (id),
			KEY failed (failed, id)
		) ' . $GLOBALS['wpdb']->get_charset_collate()
	);
	update_option( 'dateline_schema', DATELINE_SCHEMA );
}

/** What is left in the queue stays, and is sent when the plugin is active again. */
function dateline_deactivate(): void {
	wp_clear_scheduled_hook( 'dateline_send' );
}

function dateline_uninstall(): void {
	$sites = is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( 0 );
	foreach ( $sites as $site ) {
		if ( $site ) {
			switch_to_blog( $site );
		}
		wp_clear_scheduled_hook( 'dateline_send' );
		delete_option( 'dateline_settings' );
		delete_option( 'dateline_schema' );
		$GLOBALS['wpdb']->query( 'DROP TABLE IF EXISTS ' . dateline_table() ); // phpcs:ignore WordPress.DB
		if ( $site ) {
			restore_current_blog();
		}
	}
}

/* The page Settings > Dateline. */

/** Types of posts that can be articles; Dateline takes no pages. */
function dateline_post_types(): array {
	return array_diff( get_post_types( array( 'public' => true ) ), array( 'page', 'attachment' ) );
}

/** Settings as they are stored. An empty secret means the one before: the page never shows it. */
function dateline_sanitize( $input ): array {
	$before = dateline_settings();
	$input  = is_array( $input ) ? $input : array();
	$typed  = trim( (string) ( $input['url'] ?? '' ) );
	$url    = esc_url_raw( $typed, array( 'http', 'https' ) );
	$secret = trim( (string) ( $input['secret'] ?? '' ) );
	if ( '' !== $typed && ! preg_match( '#/ingest/[a-z0-9][a-z0-9-]*$#', $url ) ) {
		$message = __( 'The address must begin with http:// or https:// and end in /ingest/ and the key of a source of Dateline. It was not changed.', 'dateline' );
		add_settings_error( 'dateline_settings', 'url', $message );
		$url = $before['url'];
	}
	return array(
		'url'        => $url,
		'secret'     => '' === $secret ? $before['secret'] : $secret,
		'post_types' => array_values( array_intersect( dateline_post_types(), (array) ( $input['post_types'] ?? array() ) ) ),
	);
}

function dateline_register_settings(): void {
	register_setting( 'dateline', 'dateline_settings', array( 'sanitize_callback' => 'dateline_sanitize' ) );
}

function dateline_add_page(): void {
	add_options_page( 'Dateline', 'Dateline', 'manage_options', 'dateline', 'dateline_render_page' );
}

/** "Send now" and "Discard": what failed is tried again, or forgotten. */
function dateline_on_queue_action(): void {
	global $wpdb;
	check_admin_referer( 'dateline_queue' );
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not do this.', 'dateline' ), 403 );
	}
	if ( isset( $_POST['discard'] ) ) {
		$wpdb->delete( dateline_table(), array( 'failed' => 1 ) );
	} else {
		$wpdb->update( dateline_table(), array( 'failed' => 0, 'created' => time() ), array( 'failed' => 1 ) );
		dateline_send();
	}
	wp_safe_redirect( admin_url( 'options-general.php?page=dateline' ) );
	exit;
}

function dateline_render_page(): void {
	global $wpdb;
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = dateline_settings();
	$table    = dateline_table();
	$waiting  = (int) $wpdb->get_var( "SELECT COUNT(*) FROM $table WHERE failed = 0" ); // phpcs:ignore WordPress.DB
	$troubled = $wpdb->get_results( "SELECT * FROM $table WHERE error IS NOT NULL ORDER BY id LIMIT 50" ); // phpcs:ignore WordPress.DB
	?>
	<div class="wrap">
		<h1>Dateline</h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'dateline' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="dateline-url"><?php esc_html_e( 'Address', 'dateline' ); ?></label></th>
					<td><input id="dateline-url" class="regular-text" type="url" name="dateline_settings[url]" value="<?php echo esc_attr( $settings['url'] ); ?>" placeholder="https://dateline.example/ingest/my-paper"></td>
				</tr>
				<tr>
					<th scope="row"><label for="dateline-secret"><?php esc_html_e( 'Secret', 'dateline' ); ?></label></th>
					<td><input id="dateline-secret" class="regular-text" type="password" autocomplete="off" name="dateline_settings[secret]" placeholder="<?php echo '' === $settings['secret'] ? '' : esc_attr__( 'unchanged', 'dateline' ); ?>"></td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Types of posts', 'dateline' ); ?></th>
					<td><fieldset>
					<?php foreach ( dateline_post_types() as $type ) : ?>
						<label><input type="checkbox" name="dateline_settings[post_types][]" value="<?php echo esc_attr( $type ); ?>" <?php checked( in_array( $type, $settings['post_types'], true ) ); ?>> <?php echo esc_html( $type ); ?></label><br>
					<?php endforeach; ?>
					</fieldset></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<h2><?php esc_html_e( 'Deliveries', 'dateline' ); ?></h2>
		<?php /* translators: %d: a number of deliveries */ ?>
		<p><?php echo esc_html( sprintf( __( '%d waiting.', 'dateline' ), $waiting ) ); ?></p>
		<?php if ( $troubled ) : ?>
		<table class="widefat striped">
			<thead><tr><th><?php esc_html_e( 'Post', 'dateline' ); ?></th><th><?php esc_html_e( 'Attempts', 'dateline' ); ?></th><th><?php esc_html_e( 'State', 'dateline' ); ?></th><th><?php esc_html_e( 'Last error', 'dateline' ); ?></th></tr></thead>
			<tbody>
			<?php foreach ( $troubled as $row ) : ?>
				<tr><td><?php echo (int) $row->post_id; ?></td><td><?php echo (int) $row->attempts; ?></td><td><?php echo $row->failed ? esc_html__( 'failed', 'dateline' ) : esc_html__( 'is tried again', 'dateline' ); ?></td><td><?php echo esc_html( $row->error ); ?></td></tr>
			<?php endforeach; ?>
			</tbody>
		</table>
		<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
			<input type="hidden" name="action" value="dateline_queue">
			<?php
			wp_nonce_field( 'dateline_queue' );
			submit_button( __( 'Send now', 'dateline' ), 'secondary', 'send', false );
			echo ' ';
			submit_button( __( 'Discard what failed', 'dateline' ), 'delete', 'discard', false );
			?>
		</form>
		<?php endif; ?>
	</div>
	<?php
}

add_action( 'init', 'dateline_install' );
add_action( 'wp_after_insert_post', 'dateline_on_save', 10, 4 );
add_action( 'deleted_post', 'dateline_on_delete', 10, 2 );
add_action( 'dateline_send', 'dateline_send', 10, 0 );
add_action( 'admin_init', 'dateline_register_settings' );
add_action( 'admin_menu', 'dateline_add_page' );
add_action( 'admin_post_dateline_queue', 'dateline_on_queue_action' );
register_activation_hook( __FILE__, 'dateline_install' );
register_deactivation_hook( __FILE__, 'dateline_deactivate' );
register_uninstall_hook( __FILE__, 'dateline_uninstall' );
