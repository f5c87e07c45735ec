/** Turns work that reports its progress into a stream of events, the latest report at a time. */

export async function* progressStream<Progress, Answer>(
  work: (report: (progress: Progress) => void) => Promise<Answer>,
): AsyncGenerator<{ progress: Progress } | { answer: Answer }, void> {
  let latest: Progress | null = null
  let wake = () => {}
  const outcome = work((progress) => {
    latest = progress
    wake()
  }).then(
    (answer) => ({ isDone: true as const, answer }),
    (error: unknown) => ({ isDone: false as const, error }),
  )
  for (;;) {
    const next = await Promise.race([outcome, new Promise<null>((resolve) => (wake = () => resolve(null)))])
    if (next === null) {
      if (latest !== null) yield { progress: latest }
      latest = null
    } else if (next.isDone) {
      yield { answer: next.answer }
      return
    } else throw next.error
  }
}
