import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAsyncEntity } from '@backstage/plugin-catalog-react';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useRef } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { useRememberEntity } from '../api';
import { useFormats, useLevelTitle } from '../components';
import { useLiveEntity, useNotice, useProfileActions } from '../record';
import { complianceTranslationRef } from '../translations';

/** By then the catalog has the labels of an entity that was saved. */
const LABELS_MS = 2_000;

/** Reads the entity of the page again, a moment later. */
function useLateRefresh(): () => void {
  const refresh = useLatest(useAsyncEntity().refresh);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => refresh.current?.(), LABELS_MS);
  };
}

/**
 * Shows an entity as it becomes, be it that it is edited here or by somebody
 * else, and says so.
 */
export function useChanges(options: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  /** Whether the editor is open: what others change then waits. */
  isEditing: boolean;
}) {
  const { compliance, vocabulary, isEditing } = options;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const levelTitle = useLevelTitle(vocabulary.levels);
  const { notice, notify, dismiss } = useNotice();
  const remember = useRememberEntity();
  const refreshLater = useLateRefresh();

  function show(current: EntityResponse) {
    remember(current);
    refreshLater();
  }

  function onSaved(saved: EntityResponse) {
    const { score, level } = saved.scorecard;
    show(saved);
    notify({
      status: 'success',
      text:
        score === undefined
          ? t('record.saved')
          : t('record.savedScore', {
              score: number(score),
              level: levelTitle(level),
            }),
    });
  }

  const actions = useProfileActions({
    compliance,
    onSaved,
    onOutdated: show,
    notify,
  });
  useLiveEntity({
    compliance,
    isPaused: isEditing || actions.isBusy,
    onChange(current) {
      show(current);
      notify({ status: 'info', text: t('record.changedElsewhere') });
    },
  });

  return { actions, onSaved, notice, dismiss };
}
