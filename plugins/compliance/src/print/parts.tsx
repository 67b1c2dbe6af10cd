import { ReactNode } from 'react';
import styles from './parts.module.css';

/** What a printed document is about: name and value, row by row. */
export function PrintFacts(props: {
  facts: [name: string, value: ReactNode][];
}) {
  return (
    <dl className={styles.facts}>
      {props.facts.map(([name, value]) => [
        <dt key={`${name} name`}>{name}</dt>,
        <dd key={`${name} value`}>{value}</dd>,
      ])}
    </dl>
  );
}

/** A part of a printed document. */
export function PrintSection(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.heading}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** A table whose heading is repeated on each page. */
export function PrintTable(props: {
  /** Says what the table is about to those who do not see it. */
  label: string;
  headings: string[];
  /** The first cell names the row. */
  rows: { key: string; cells: ReactNode[] }[];
}) {
  const { label, headings, rows } = props;
  return (
    <table aria-label={label} className={styles.table}>
      <thead>
        <tr>
          {headings.map(heading => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={headings[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the words of a printed document mean, and what it is not. */
export function PrintLegend(props: {
  title: string;
  entries: [term: string, meaning: string][];
  disclaimer: string;
}) {
  const { title, entries, disclaimer } = props;
  return (
    <>
      <PrintSection title={title}>
        <dl className={styles.legend}>
          {entries.map(([term, meaning]) => [
            <dt key={`${term} term`}>{term}</dt>,
            <dd key={`${term} meaning`}>{meaning}</dd>,
          ])}
        </dl>
      </PrintSection>
      <p className={styles.disclaimer}>{disclaimer}</p>
    </>
  );
}
