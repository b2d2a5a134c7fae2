using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>What a dialog lays on the desks of staff.</summary>
public interface IVacancyDesk
{
    /// <summary>Notes how an officer reaches the worker; the case is the dialog's effect.</summary>
    /// <param name="vacancy">Null when the officer is to help with the search.</param>
    /// <param name="phone">Set exactly when <paramref name="way"/> is <see cref="CallWay.GivenPhone"/>.</param>
    /// <param name="startsOn">The first day on which the worker can start; null when they did not say it.</param>
    Task AskForCallAsync(PersonId person, long? vacancy, CallWay way, MobileNumber? phone, DateOnly? startsOn, DateTimeOffset at, CancellationToken ct);

    /// <summary>Whether an officer is to call, and has not finished with it.</summary>
    Task<bool> IsCallOnOrderAsync(PersonId person, CancellationToken ct);

    /// <summary>Changes how the worker is reached in every call that is on order; the cases stay the same.</summary>
    /// <param name="phone">As for <see cref="AskForCallAsync"/>.</param>
    Task ChangeCallAsync(PersonId person, CallWay way, MobileNumber? phone, DateTimeOffset at, CancellationToken ct);

    /// <summary>Notes what a worker says against a vacancy; enough of it hides the vacancy.</summary>
    Task ReportAsync(PersonId person, long vacancy, ReportReason reason, DateTimeOffset at, CancellationToken ct);
}
