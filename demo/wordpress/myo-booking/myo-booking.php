<?php
/**
 * Plugin Name: myo-booking
 * Description: Puts a clinic's booking onto a page, as the shortcode [myo_booking] or as a block of that name.
 * Version: 0.1.0
 * Requires at least: 6.3
 * Requires PHP: 7.4
 * License: MIT
 *
 * Set where the file and the endpoint are in wp-config.php:
 *   define( 'MYO_BOOKING_SCRIPT', 'https://files.example/myo.js' );
 *   define( 'MYO_BOOKING_ENDPOINT', 'https://booking.example/clinics/cedar' );
 * Where the file is one whose name has its version, browsers refuse any other in its place by:
 *   define( 'MYO_BOOKING_INTEGRITY', 'sha384-…' );
 */

defined( 'ABSPATH' ) || exit;

/** What an editor may set, each an attribute of the element, with what it is when nobody sets it. */
const MYO_BOOKING_ATTRIBUTES = array(
	'endpoint'   => '',
	'lang'       => '',
	'mode'       => '',
	'services'   => '',
	'therapists' => '',
	'location'   => '',
	'source'     => '',
	'after'      => '',
	'phone'      => '',
	'time-first' => '',
	'isolate'    => '',
);

/** Attributes that hold an address, and those that are there or not. */
const MYO_BOOKING_ADDRESSES = array( 'endpoint', 'after' );
const MYO_BOOKING_SWITCHES  = array( 'time-first', 'isolate' );

/**
 * The element, and the script once a page. A visitor without scripts reads the telephone number.
 *
 * @param array|string $given What the shortcode or the block sets.
 */
function myo_booking_render( $given ) {
	$given = (array) $given;
	// A switch that is written without a value comes under a number.
	foreach ( $given as $name => $value ) {
		if ( is_int( $name ) && in_array( $value, MYO_BOOKING_SWITCHES, true ) ) {
			$given[ $value ] = '1';
		}
	}
	$given = shortcode_atts( MYO_BOOKING_ATTRIBUTES, $given, 'myo_booking' );
	if ( '' === $given['endpoint'] && defined( 'MYO_BOOKING_ENDPOINT' ) ) {
		$given['endpoint'] = MYO_BOOKING_ENDPOINT;
	}
	if ( '' === $given['endpoint'] || ! defined( 'MYO_BOOKING_SCRIPT' ) ) {
		return current_user_can( 'edit_posts' )
			? '<p>' . esc_html__( 'myo-booking: set MYO_BOOKING_SCRIPT and MYO_BOOKING_ENDPOINT in wp-config.php.', 'myo-booking' ) . '</p>'
			: '';
	}
	wp_enqueue_script( 'myo-booking', MYO_BOOKING_SCRIPT, array(), null, array( 'in_footer' => true, 'strategy' => 'defer' ) );

	$phone = $given['phone'];
	unset( $given['phone'] );
	$attributes = '';
	foreach ( $given as $name => $value ) {
		if ( '' === $value || ( in_array( $name, MYO_BOOKING_SWITCHES, true ) && 'false' === $value ) ) {
			continue;
		}
		$safe        = in_array( $name, MYO_BOOKING_ADDRESSES, true ) ? esc_url( $value, array( 'http', 'https' ) ) : esc_attr( $value );
		$attributes .= sprintf( ' %s="%s"', $name, $safe );
	}
	$call = '' === $phone ? '' : sprintf(
		'<p><a href="%s">%s</a></p>',
		esc_url( 'tel:' . preg_replace( '/[^+\d]/', '', $phone ), array( 'tel' ) ),
		esc_html( $phone )
	);
	return "<myo-booking$attributes>$call</myo-booking>";
}

/**
 * Pins the file to its integrity, where that is set.
 *
 * @param string $tag    The script's tag.
 * @param string $handle Under which name it was enqueued.
 */
function myo_booking_pin( $tag, $handle ) {
	if ( 'myo-booking' !== $handle || ! defined( 'MYO_BOOKING_INTEGRITY' ) ) {
		return $tag;
	}
	return str_replace( ' src=', sprintf( ' integrity="%s" crossorigin="anonymous" src=', esc_attr( MYO_BOOKING_INTEGRITY ) ), $tag );
}
add_filter( 'script_loader_tag', 'myo_booking_pin', 10, 2 );

/**
 * The doctor, for a signed-in editor who opens the page with ?myo-doctor behind its address; no visitor gets it.
 *
 * @param string $tag    The script's tag.
 * @param string $handle Under which name it was enqueued.
 */
function myo_booking_examine( $tag, $handle ) {
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- It only looks at the page.
	if ( 'myo-booking' !== $handle || ! isset( $_GET['myo-doctor'] ) || ! current_user_can( 'edit_posts' ) ) {
		return $tag;
	}
	return str_replace( ' src=', ' data-doctor src=', $tag );
}
add_filter( 'script_loader_tag', 'myo_booking_examine', 10, 2 );

/** The block takes the same attributes, and is drawn by the server. Its editor is a few lines of WordPress's own parts. */
function myo_booking_register() {
	add_shortcode( 'myo_booking', 'myo_booking_render' );
	wp_register_script( 'myo-booking-editor', '', array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-server-side-render' ), '0.1.0', true );
	wp_add_inline_script( 'myo-booking-editor', myo_booking_editor() );
	$attributes = array();
	foreach ( MYO_BOOKING_ATTRIBUTES as $name => $default ) {
		$attributes[ $name ] = array( 'type' => 'string', 'default' => $default );
	}
	register_block_type(
		'myo-booking/booking',
		array(
			'api_version'     => 3,
			'title'           => 'Booking',
			'category'        => 'widgets',
			'icon'            => 'calendar-alt',
			'attributes'      => $attributes,
			'editor_script'   => 'myo-booking-editor',
			'render_callback' => 'myo_booking_render',
		)
	);
}
add_action( 'init', 'myo_booking_register' );

/** What the block shows to an editor: a field for each attribute beside the page, and a frame where the booking will be. */
function myo_booking_editor() {
	$names = wp_json_encode( array_keys( MYO_BOOKING_ATTRIBUTES ) );
	return <<<JS
( ( { blocks, element: { createElement: make }, blockEditor, components } ) => {
	const field = ( { attributes, setAttributes } ) => ( name ) =>
		make( components.TextControl, { key: name, label: name, value: attributes[ name ], onChange: ( value ) => setAttributes( { [ name ]: value } ) } );
	blocks.registerBlockType( 'myo-booking/booking', {
		edit: ( props ) => make( 'div', blockEditor.useBlockProps(),
			make( blockEditor.InspectorControls, {}, make( components.PanelBody, { title: 'Booking' }, $names.map( field( props ) ) ) ),
			make( components.Placeholder, { icon: 'calendar-alt', label: 'The booking appears here.' } ) ),
		save: () => null,
	} );
} )( window.wp );
JS;
}
