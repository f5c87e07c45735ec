// Plain JavaScript, so that an old Node can still read it and say what it lacks.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  const sentence = /^de/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
    ? `Gegenwert braucht Node.js 22.18 oder neuer, hier läuft ${process.versions.node}: bitte Node.js 24 von https://nodejs.org installieren.`
    : `Gegenwert needs Node.js 22.18 or newer, this is ${process.versions.node}: please install Node.js 24 from https://nodejs.org.`
  console.error(sentence)
  process.exit(1)
}
