// `npm run sbom -- FILE`: writes what all of Essaim is made of, as CycloneDX has it.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('scripts/sbom/main.ts', { page: true }))
