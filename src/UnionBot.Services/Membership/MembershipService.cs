using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;
using UnionBot.Services.Membership.MyData;
using UnionBot.Services.Membership.Retention;

namespace UnionBot.Services.Membership;

/// <summary>会籍: who a follower is as a member, and what the union keeps of them.</summary>
internal sealed class MembershipService : IUnionService
{
    public string Name => "membership";

    public void AddTo(IServiceCollection services)
    {
        services.AddScoped<IDialog, FollowAccount>();
        services.AddScoped<IDialog, MyMembership>();
        services.AddScoped<IDialog, BindMember>();
        services.AddScoped<IDialog, CorrectName>();
        services.AddScoped<IDialog, UnbindMember>();
        services.AddScoped<IDialog, SeeMyData>();
        services.AddScoped<IDialog, ExportMyData>();
        services.AddScoped<IDialog, DeleteMyData>();
        services.AddScoped<IDialog, KeepMyData>();

        // The host may know better.
        services.TryAddSingleton(new CodeLimits());
        services.AddSingleton<MembershipCiphers>();
        services.AddSingleton<BindCodes>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<CodeDispatch>();
        services.AddScoped<IBinding, BindingRegister>();
        services.AddScoped<IFreshCodes, FreshCodes>();
        services.AddScoped<IMyData, MyDataRegister>();
        services.AddScoped<IDeletion, DeletionRegister>();
        services.AddScoped<IPersonalData, MembershipData>();
        services.AddScoped<MyDataCopies>();
        services.AddSingleton<KnownPhones>();
        services.AddScoped<DataHolds>();
        services.AddScoped<PhoneList>();
        services.AddScoped<CasePhones>();
        services.AddScoped<RosterRows>();

        services.AddJob<EmptyExpiredCodes>();
        services.AddJob<ListUnfollowed>();
        services.AddJob<EraseDueData>();
        services.AddJob<ApplyRetention>();
    }

    public void AddWords(IServiceCollection words)
    {
        words.AddSingleton<SureNames>();
        words.AddSingleton(read => BindingWords.Load(read.GetRequiredService<DataFolder>()));
    }
}
