/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-kind.h"

#include "detect.h"
#include "sniff.h"

bool
dd_member_is_readable(const guint8 *bytes, gsize len)
{
	DdDetected detected;
	if (len == 0)
		return false;
	if (dd_sniff(bytes, len, NULL) != DD_SNIFF_OTHER)
		return true;
	/* where the beginning ends inside of a letter it is no broken one */
	gsize n = MIN(len, DD_MEMBER_HEAD_BYTES);
	for (int i = 0; n < len && i < 3 && n > 1 && (bytes[n] & 0xC0) == 0x80; i++)
		n--;
	return dd_detect_encoding(bytes, n, &detected, NULL);
}
