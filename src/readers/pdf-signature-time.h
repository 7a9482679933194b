/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-signature-time.h: the two ways in which times stand in signatures */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * Reads a date of PDF, "D:20240318084142+07'00'". @zone_out: seconds that its clock is before UTC. Returns: seconds since 1970 in
 * UTC, 0 when it is none or before
 */
int64_t
dd_pdf_time_read(const char *text, gsize len, int *zone_out);
/* Reads a GeneralizedTime as time stamps have it, "20240318014142.123Z". Returns: the same */
int64_t
dd_stamp_time_read(const char *text, gsize len);

G_END_DECLS
