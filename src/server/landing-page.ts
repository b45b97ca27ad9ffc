import { html } from 'hono/html'
import type { Db } from '../db/client.ts'
import { visibleArticle, visibleEntity, visibleFigure, visibleSource } from '../db/visibility.ts'

/** "/": what this is, how much there is, where to go. Counts what the public may see. */
export async function landingPage(db: Db, now: Date) {
  const viewer = { seesUnpublished: false, now }
  const [articles, entities, figures, sources] = await Promise.all([
    db.article.count({ where: visibleArticle(viewer) }),
    db.entity.count({ where: visibleEntity(viewer) }),
    db.figure.count({ where: visibleFigure(viewer) }),
    db.source.count({ where: visibleSource(viewer) }),
  ])
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Dateline</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }
      dl { display: grid; grid-template-columns: max-content auto; gap: 0 1rem; }
      dt { font-variant-numeric: tabular-nums; text-align: right; }
      dd { margin: 0; }
    </style>
  </head>
  <body>
    <h1>Dateline</h1>
    <p>News articles as a graph: who, where, how many, says who.</p>
    <dl>
      <dt>${articles}</dt><dd>articles</dd>
      <dt>${sources}</dt><dd>sources</dd>
      <dt>${entities}</dt><dd>people, places and organizations</dd>
      <dt>${figures}</dt><dd>figures</dd>
    </dl>
    <ul>
      <li><a href="/graphql">GraphiQL</a>: ask the graph, with examples</li>
      <li><a href="/health">Status</a>: ok</li>
    </ul>
  </body>
</html>`
}
