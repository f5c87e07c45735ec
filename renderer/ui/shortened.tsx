import styles from './list-view.module.css'

/** Long names give way to the figures beside them. */
export function Shortened({ text }: { readonly text: string }) {
  return (
    <span className={styles.shortened} title={text}>
      {text}
    </span>
  )
}
