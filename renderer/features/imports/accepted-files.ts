/** For the system's dialog. Anything can be dropped: what a file is, its content says. */
export const acceptedFiles = '.csv,.tsv,.txt,.xlsx'
