/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unify.h: one spelling for each name that a bad scan spells in several ways */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Gives leads, helpers, directors, monitors and those who have duties the spelling that the document has most often for the
 * same bare letters ("Trạm Chãn nuôi va Thú y" → "Trạm Chăn nuôi và Thú y"), in damaged text only.
 */
void
dd_unify_names(DdContext *context);

G_END_DECLS
