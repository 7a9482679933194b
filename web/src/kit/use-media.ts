// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState } from "react";

/** Whether what a page is shown on is as @query says: a phone, paper */
export function useMedia(query: string): boolean {
	const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
	useEffect(() => {
		const media = window.matchMedia(query);
		const hear = () => setMatches(media.matches);
		media.addEventListener("change", hear);
		return () => media.removeEventListener("change", hear);
	}, [query]);
	return matches;
}
