using Microsoft.AspNetCore.Identity;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>By what a member of staff signs in. Its id is their number on the list of staff.</summary>
internal sealed class StaffAccount : IdentityUser<long>
{
    public StaffAccount() { }

    /// <param name="user">The name they type; unique, case does not count.</param>
    public StaffAccount(long staff, string user)
        : base(user) => (Id, LockoutEnabled) = (staff, true);

    /// <summary>
    /// Until when a password that somebody else gave can be used, on real time; null once they have chosen their own. UTC.
    /// </summary>
    public DateTimeOffset? PasswordUntil { get; private set; }

    public bool MustChangePassword => PasswordUntil is not null;

    /// <summary>The step of time of the last code of the second factor that was taken: neither it nor an older one opens anything again.</summary>
    public long? UsedStep { get; private set; }

    public void GivePassword(string hash, DateTimeOffset until) => (PasswordHash, PasswordUntil) = (hash, until);

    public void ChoosePassword(string hash) => (PasswordHash, PasswordUntil) = (hash, null);

    public void UseStep(long step) => UsedStep = step;
}
