import { html } from 'hono/html'
import type { AppError } from '../../core/app-error.ts'
import type { Page } from './page-layout.ts'

/** What went wrong, for whoever followed a link. */
export const errorPage = ({ code, message }: AppError): Page => ({
  title: code === 'NOT_FOUND' ? 'Not found' : 'Error',
  main: html`<h1>${code === 'NOT_FOUND' ? 'Not found' : 'This cannot be shown'}</h1>
<p>${message}</p>
<p><a href="/">Start page</a></p>`,
})
