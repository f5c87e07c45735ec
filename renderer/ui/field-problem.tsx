import styles from './field.module.css'

/** For controls that have no place of their own for an error. */
export function FieldProblem({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p role="alert" className={styles.problem}>
      {text}
    </p>
  )
}
