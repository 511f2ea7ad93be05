import { useState } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { pageAddress } from '../hooks/page-address.ts';
import { PracticePage } from '../play/PracticePage.tsx';
import { readPractice } from '../training/practice-address.ts';
import { keepRecord, readKeptRecord } from './keep-record.ts';
import type { LearnPageProps } from './pages.ts';

/** Practice without end, with what is known of the learner in this browser. */
export default function PracticeRoute({ onOpen, rest }: LearnPageProps) {
  const { host } = useApp();
  const [record, setRecord] = useState(() => readKeptRecord(host.box));
  return (
    <PracticePage
      record={record}
      onRecord={(next) => {
        setRecord(next);
        keepRecord(host.box, next);
      }}
      onStart={onOpen}
      onExport={(text) => host.saveFile('csp-learner-record.json', text)}
      onImport={async () => (await host.pickFile())?.text}
      today={host.output.today()}
      wanted={readPractice(`practice/${rest}`)}
      addressOf={(practice) => `${pageAddress()}?learn=${encodeURI(practice)}`}
    />
  );
}
