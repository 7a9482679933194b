/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kept.h: answers of routes that rest on nothing but the store, the day, what who asks may see, and the question: made once until the store
 * changes, however many ask
 */
#pragma once

#include "request.h"

G_BEGIN_DECLS

/* Answers @request by what is kept, else by @run, and keeps that. Returns: as DdHandler */
bool
dd_kept_answer(const DdRequest *request, DdHandler run, DdAnswer *answer, GError **error);

G_END_DECLS
