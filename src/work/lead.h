/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lead.h: who answers for a task: one unit (NĐ 39/2022/NĐ-CP: one task, one office) */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Returns: TRUE when @name (NFC) stands for many units: "Các sở, ban, ngành", "UBND các xã, phường". Not for one whose own name has the word:
 * "Liên hiệp các tổ chức hữu nghị", "Ban Quản lý các khu công nghiệp"
 */
bool
dd_lead_is_many(const char *name);

G_END_DECLS
