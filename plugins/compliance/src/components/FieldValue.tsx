import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Certification,
  CiaRatings,
  InputKind,
  Level,
  PriorityTargets,
  ScaleId,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { complianceTranslationRef } from '../translations';
import { EntityLink } from './EntityLink';
import { ExternalLink } from './ExternalLink';
import styles from './FieldValue.module.css';
import { useFormats } from './useFormats';

/** A field as the backend describes it. */
export type VocabularyField = VocabularyResponse['fields'][number];

interface ValueProps<T = unknown> {
  value: T;
  field: VocabularyField;
  vocabulary: VocabularyResponse;
}

function LevelValue(props: ValueProps<string>) {
  const { value, field, vocabulary } = props;
  const scale: Level[] = vocabulary.scales[field.scale as ScaleId] ?? [];
  const level = scale.find(({ id }) => id === value);
  return <span title={level?.description}>{level?.title ?? value}</span>;
}

function PercentValue(props: ValueProps<number>) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  return <>{t('value.percent', { value: number(props.value) })}</>;
}

function DurationValue(props: { value: string }) {
  const { duration } = useFormats();
  return (
    <time dateTime={props.value} title={props.value}>
      {duration(props.value)}
    </time>
  );
}

function DateValue(props: { value: string }) {
  const { date } = useFormats();
  return (
    <time dateTime={props.value} title={props.value}>
      {date(props.value)}
    </time>
  );
}

function LinksValue(props: ValueProps<string[]>) {
  return (
    <ul className={styles.list}>
      {props.value.map(href => (
        <li key={href}>
          <ExternalLink href={href} />
        </li>
      ))}
    </ul>
  );
}

function CountriesValue(props: ValueProps<string[]>) {
  const { country } = useFormats();
  return <>{props.value.map(country).join(', ')}</>;
}

function RatingsValue(props: ValueProps<CiaRatings>) {
  const { value, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <>
      {t('value.ratings', {
        confidentiality: String(value.confidentiality),
        integrity: String(value.integrity),
        availability: String(value.availability),
        maximum: String(vocabulary.ciaMaximum),
      })}
    </>
  );
}

function TargetsValue(props: ValueProps<PriorityTargets>) {
  return (
    <ul className={styles.list}>
      {Object.entries(props.value).map(([priority, target]) => (
        <li key={priority}>
          <span className={styles.term}>{priority.toUpperCase()}</span>{' '}
          <DurationValue value={target} />
        </li>
      ))}
    </ul>
  );
}

function CertificationsValue(props: ValueProps<Certification[]>) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();
  return (
    <ul className={styles.list}>
      {props.value.map(({ scheme, validUntil, scope }) => (
        <li key={`${scheme} ${validUntil} ${scope}`}>
          {scope
            ? t('value.certificateScope', {
                scheme,
                scope,
                date: date(validUntil),
              })
            : t('value.certificate', { scheme, date: date(validUntil) })}
        </li>
      ))}
    </ul>
  );
}

function ExclusionsValue(props: ValueProps<Record<string, string>>) {
  const { value, field, vocabulary } = props;
  const titleOf = (name: string) =>
    vocabulary.fields.find(({ id }) => id === `${field.group}.${name}`)
      ?.title ?? name;
  return (
    <ul className={styles.list}>
      {Object.entries(value).map(([name, reason]) => (
        <li key={name}>
          <span className={styles.term}>{titleOf(name)}</span> {reason}
        </li>
      ))}
    </ul>
  );
}

const renderers: {
  [K in InputKind]: (props: ValueProps<never>) => ReactNode;
} = {
  select: props => <LevelValue {...props} />,
  percent: props => <PercentValue {...props} />,
  duration: props => <DurationValue {...props} />,
  date: props => <DateValue {...props} />,
  link: props => <ExternalLink href={props.value} />,
  links: props => <LinksValue {...props} />,
  text: props => props.value,
  texts: (props: ValueProps<string[]>) => props.value.join(', '),
  countries: props => <CountriesValue {...props} />,
  entity: props => <EntityLink entityRef={props.value} />,
  ratings: props => <RatingsValue {...props} />,
  targets: props => <TargetsValue {...props} />,
  certifications: props => <CertificationsValue {...props} />,
  exclusions: props => <ExclusionsValue {...props} />,
};

/** The value of a field, written for people. */
export function FieldValue(props: ValueProps) {
  const { field, value } = props;
  // A newer backend may have kinds of values that are not known here.
  const render = renderers[field.input];
  return <>{render ? render(props as ValueProps<never>) : String(value)}</>;
}
