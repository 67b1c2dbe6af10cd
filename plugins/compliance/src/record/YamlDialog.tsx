import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  ToggleButton,
  ToggleButtonGroup,
  VisuallyHidden,
} from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine, RiGitBranchLine } from '@remixicon/react';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { ExternalLink, useCopy } from '../components';
import { complianceTranslationRef } from '../translations';
import { valuesForGit, yamlOf } from './wayBack';
import styles from './YamlDialog.module.css';

function YamlContent(props: { compliance: EntityResponse }) {
  const { compliance } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [which, setWhich] = useState<'missing' | 'all'>('missing');
  const { isCopied, copy } = useCopy();

  const values = valuesForGit(compliance, which);
  const isEmpty = Object.keys(values).length === 0;
  const yaml = yamlOf(values);

  return (
    <>
      <DialogHeader>{t('record.yaml.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.root}>
          <ol className={styles.steps}>
            <li>{t('record.yaml.copyStep')}</li>
            <li>{t('record.yaml.cleanUpStep')}</li>
          </ol>
          <ToggleButtonGroup
            aria-label={t('record.yaml.which')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[which]}
            onSelectionChange={([key]) => setWhich(key as typeof which)}
          >
            <ToggleButton id="missing">{t('record.yaml.missing')}</ToggleButton>
            <ToggleButton id="all">{t('record.yaml.all')}</ToggleButton>
          </ToggleButtonGroup>
          {isEmpty ? (
            <p>
              {which === 'all'
                ? t('record.yaml.nothing')
                : t('record.yaml.nothingMissing')}
            </p>
          ) : (
            <pre
              className={styles.yaml}
              role="region"
              aria-label={t('record.yaml.annotations')}
            >
              {yaml}
            </pre>
          )}
          {compliance.editUrl && (
            <p>
              <ExternalLink href={compliance.editUrl}>
                {t('record.yaml.editFile')}
              </ExternalLink>
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          iconStart={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
          isDisabled={isEmpty}
          onPress={() => copy(yaml)}
        >
          {t('record.yaml.copy')}
        </Button>
        <Button variant="secondary" slot="close">
          {t('record.yaml.close')}
        </Button>
        <VisuallyHidden role="status">
          {isCopied && t('record.yaml.copied')}
        </VisuallyHidden>
      </DialogFooter>
    </>
  );
}

/** The way back to Git: the annotations that declare what was stated. */
export function YamlDialog(props: { compliance: EntityResponse }) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <DialogTrigger>
      <Button size="small" variant="secondary" iconStart={<RiGitBranchLine />}>
        {t('record.yaml.action')}
      </Button>
      <Dialog width={640}>
        <YamlContent {...props} />
      </Dialog>
    </DialogTrigger>
  );
}
