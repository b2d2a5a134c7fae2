using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Data;

/// <summary>Public, since the prepared model names it.</summary>
public sealed class PersonIdConverter() : ValueConverter<PersonId, long>(id => id.Value, value => new PersonId(value));
