/** The shape every translation of a text file must have: same keys, any strings. Plural suffixes are keys like any other. */
export type Texts<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Texts<Source[Key]>
}
