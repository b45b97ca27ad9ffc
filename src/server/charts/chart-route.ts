import type { Hono } from 'hono'
import { readChart } from '../../db/chart-data.ts'
import type { AppDependencies } from '../app.ts'
import { addPageRoute } from '../pages/page-route.ts'
import { chartSvg, errorSvg } from './chart-svg.ts'
import { readSelection } from './read-selection.ts'

const SUFFIX = '.svg'

/** /charts/:metric.svg?claimants=&places=&from=&to=&interval= */
export function addChartRoute(app: Hono, deps: AppDependencies): void {
  addPageRoute(app, '/charts/:file{[^/]+\\.svg}', {
    deps,
    contentType: 'image/svg+xml; charset=utf-8',
    show: async ({ viewer, http }) => {
      const metric = (http.req.param('file') ?? '').slice(0, -SUFFIX.length)
      const selection = readSelection(metric, http.req.query())
      const data = await readChart(deps.db, viewer, selection)
      // Pages elsewhere embed it.
      return { body: await chartSvg(data), headers: { 'Access-Control-Allow-Origin': '*' } }
    },
    refuse: errorSvg,
  })
}
