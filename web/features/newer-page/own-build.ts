import { BUILD_META, readBuildName } from '../../../protocol/http/build-name.ts'

/** Which build this page is of, as its head says; null where it was not built, or says nothing that makes sense. */
export const buildName = (): string | null =>
  readBuildName(document.querySelector<HTMLMetaElement>(`meta[name="${BUILD_META}"]`)?.content)
