import { useStudio, useStudioState } from '../studio-context.js';

/** The file was changed by another hand while it is edited here: nothing is lost, whatever is chosen. */
export function ClashBar() {
  const { store } = useStudio();
  const clash = useStudioState((state) => state.clash);
  const file = useStudioState((state) => state.document?.file);
  if (clash === undefined) return null;
  return (
    <div className="clash" role="alert">
      <p>
        Tệp <b>{file}</b> trên máy đã được sửa ở nơi khác sau khi bạn mở. Bạn muốn làm tiếp với bản nào? Bản
        kia vẫn lấy lại được bằng nút Hoàn tác.
      </p>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => store.dispatch({ type: 'clash-settled', keep: 'mine' })}
        >
          Giữ bản đang sửa
        </button>
        <button
          type="button"
          className="button"
          onClick={() => store.dispatch({ type: 'clash-settled', keep: 'theirs' })}
        >
          Lấy bản trên máy
        </button>
      </div>
    </div>
  );
}
