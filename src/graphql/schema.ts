import './scalars.ts'
import './errors.ts'
import './articles/article-lists.ts'
import './articles/article-queries.ts'
import './articles/ingest-article.ts'
import './entities/entity-lists.ts'
import './entities/entity-queries.ts'
import './figures/figure-queries.ts'
import './figures/metric-lists.ts'
import './sources/source-lists.ts'
import './sources/source-queries.ts'
import './sources/upsert-source.ts'
import './access/create-api-key.ts'
import './access/revoke-api-key.ts'
import './access/viewer.ts'
import { builder } from './builder.ts'

/** Importing a file above adds its types and fields. */
export const schema = builder.toSchema()
