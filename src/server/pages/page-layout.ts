import { html } from 'hono/html'

/** Markup in which every value is escaped. */
export type Markup = ReturnType<typeof html>

export interface Page {
  readonly title: string
  readonly main: Markup
  /** Where machines find the same. */
  readonly head?: Markup
  /** BCP 47. */
  readonly language?: string
}

/** Loaded by pages, which have no script and no style of their own: their policy allows none. */
export const STYLESHEET = `
body { font: 1.0625rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto 4rem; padding: 0 1rem; color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
nav, footer, table, .about, .aside { font-family: system-ui, sans-serif; font-size: .9375rem; }
h1 { line-height: 1.2; margin: 1rem 0 .5rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
a { color: #0b4f8a; } mark a { color: inherit; }
mark { background: #fff0b3; color: inherit; border-bottom: 2px solid #b07d00; }
:target { outline: 3px solid #b07d00; outline-offset: 2px; }
.dek { font-size: 1.1875rem; } .about { color: #555; }
.notice { border-left: 4px solid #9a1c1c; padding: .25rem 1rem; margin: 1.5rem 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: #555; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #ddd; }
td.number { font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; } svg { max-width: 100%; height: auto; }
footer { margin-top: 3rem; border-top: 1px solid #ddd; padding-top: 1rem; color: #555; }
@media (max-width: 40rem) { table { font-size: .8125rem; } th, td { padding-right: .5rem; } figure { overflow-x: auto; } figure svg { width: 36rem; max-width: none; } }
@media print { body { max-width: none; margin: 0; } nav, footer { display: none; } mark { background: none; } a { color: inherit; } tr, figure { break-inside: avoid; } }
`

/** A whole document around what a page shows. */
export function pageLayout({ title, main, head, language = 'en' }: Page): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - Dateline</title>
<link rel="stylesheet" href="/pages.css">
${head ?? ''}
</head>
<body>
<nav aria-label="Dateline"><a href="/">Dateline</a></nav>
<main lang="${language}">
${main}
</main>
</body>
</html>
`
}
