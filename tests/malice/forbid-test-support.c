/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "forbid-test-support.h"

#include <errno.h>
#include <seccomp.h>

bool
forbid_call(int call)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool done = filter != NULL && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0) == 0 &&
		    seccomp_load(filter) == 0;
	seccomp_release(filter);
	return done;
}
