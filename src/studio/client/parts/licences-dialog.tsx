import { useEffect, useState } from 'react';
import { useStudio } from '../studio-context.js';
import { Dialog } from './dialog.js';

/** The licences of everything that the page contains. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { licences } = useStudio();
  const [text, setText] = useState('');
  useEffect(() => {
    if (licences === undefined) setText(document.getElementById('licences')?.textContent ?? '');
    else
      void fetch(licences)
        .then((answer) => answer.text())
        .then(setText, () => setText('Chưa đọc được.'));
  }, [licences]);
  return (
    <Dialog title="Giấy phép phần mềm" isWide onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className="insides" tabIndex={0}>
        {text}
      </pre>
    </Dialog>
  );
}
