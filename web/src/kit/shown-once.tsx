// SPDX-License-Identifier: GPL-3.0-or-later
// A secret that nobody can show again: to be copied now.
import { Button, Input, Modal, type GetRef } from "antd";
import { useRef, useState } from "react";
import { defineTexts, useTexts } from "../i18n/texts";
import { FocusFirst } from "./focus-first";

const texts = defineTexts({
	copy: { vi: "Chép", en: "Copy" },
	copied: { vi: "Đã chép.", en: "Copied." },
	pressCopy: { vi: "Nội dung đã được chọn, nhấn Ctrl + C để chép.", en: "The text is selected, press Ctrl + C to copy it." },
});

interface Props {
	/** of the field, for labels and tests */
	id: string;
	title: string;
	said: string;
	secret: string;
	onClose: () => void;
}

export function ShownOnce({ id, title, said, secret, onClose }: Props) {
	const t = useTexts(texts);
	const field = useRef<GetRef<typeof Input.TextArea>>(null);
	const [done, setDone] = useState<"copied" | "pressCopy">();
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(secret);
			setDone("copied");
		} catch {
			// browsers give no clipboard to a page that came without TLS
			field.current?.resizableTextArea?.textArea.select();
			setDone("pressCopy");
		}
	};
	return (
		<Modal open title={title} footer={null} onCancel={onClose}>
			<FocusFirst />
			<p>{said}</p>
			<Input.TextArea id={id} ref={field} aria-label={title} readOnly autoSize value={secret} onFocus={(event) => event.target.select()} />
			<p className="row">
				<Button type="primary" onClick={() => void copy()}>
					{t("copy")}
				</Button>
				<span role="status">{done && t(done)}</span>
			</p>
		</Modal>
	);
}
