/**
 * HTML elements inside elements: as deep as Chromium and WebKit go. Parsers take quadratic time on
 * deeper ones, and functions that walk a tree overflow the stack.
 */
export const MAX_HTML_DEPTH = 512
