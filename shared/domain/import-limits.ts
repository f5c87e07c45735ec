/** What an import may weigh; the page checks it before it reads a file, the backend before it keeps one. */

/** Bytes of a file that may be imported. */
export const MAX_IMPORT_BYTES = 200 * 1024 * 1024
/** Bytes of a file handed over in one call. */
export const UPLOAD_CHUNK_BYTES = 512 * 1024
export const MAX_FILES_AT_ONCE = 50
