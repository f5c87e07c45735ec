import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './tabs.module.css'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: ReactNode
  readonly count?: number
  readonly content: ReactNode
}

export interface TabsProps<Id extends string> {
  readonly label: string
  readonly selected: Id
  onSelect(id: Id): void
  readonly tabs: readonly TabItem<Id>[]
  /** The open tab takes the height that is left, for lists that scroll inside. */
  readonly isFilling?: boolean
  /** At the end of the line of tabs: what adds one, what is done with the open one. */
  readonly aside?: ReactNode
}

export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { label, selected, onSelect, tabs, isFilling = false, aside } = props
  const list = (
    <TabList aria-label={label} className={cx(styles.list)}>
      {tabs.map((tab) => (
        <Tab key={tab.id} id={tab.id} className={cx(styles.tab)}>
          {tab.label}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Tab>
      ))}
    </TabList>
  )
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key) as Id)}
      className={cx(styles.tabs, isFilling && styles.filling)}
    >
      {aside === undefined ? (
        list
      ) : (
        <div className={styles.line}>
          {list}
          {aside}
        </div>
      )}
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(styles.panel)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
