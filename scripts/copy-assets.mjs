// What tsc leaves behind: data files that the built code reads beside itself.
import { cpSync } from 'node:fs'

cpSync('src/extraction', 'dist/extraction', {
  recursive: true,
  filter: (path) => !/\.ts$/.test(path) && !path.includes('/gazetteer/sources'),
})
