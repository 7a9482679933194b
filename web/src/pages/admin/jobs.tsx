// SPDX-License-Identifier: GPL-3.0-or-later
// The files that came, for administrators, who bring none: whose they are, how far reading each is, why one failed; one can be cancelled.
import { Jobs } from "../import/jobs";
import { AdminHead } from "./parts";

export default function JobsPage() {
	return (
		<>
			<AdminHead />
			<Jobs />
		</>
	);
}
